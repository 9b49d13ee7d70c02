package dev.anycarrier.testkit.carriers;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimulatorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Airalo Partners API, version 2. */
final class AiraloDialect implements BalanceDialect {

    @Override
    public String carrier() {
        return "airalo";
    }

    @Override
    public String tokenPath() {
        return "/v2/token";
    }

    @Override
    public String usagePath() {
        return "/v2/sims/{sim}/usage";
    }

    @Override
    public List<BalanceKind> kinds() {
        return BalanceKind.MIX;
    }

    @Override
    public RequestLimit simLimit() {
        return new RequestLimit(1, Duration.ofMinutes(15));
    }

    @Override
    public Optional<RequestLimit> accountLimit() {
        return Optional.of(new RequestLimit(5, Duration.ofSeconds(1)));
    }

    @Override
    public SimulatorAnswer clientRefused() {
        return withEmptyData(401, "Client authentication failed");
    }

    @Override
    public SimulatorAnswer invalidField(final String field) {
        return SimulatorAnswer.of(422, """
                {"data":{"%s":"The field is required and must be valid."},\
                "meta":{"message":"the parameter is invalid"}}""".formatted(field));
    }

    @Override
    public SimulatorAnswer unauthenticated() {
        return withEmptyData(401, "Unauthenticated.");
    }

    @Override
    public SimulatorAnswer notFound() {
        return withEmptyData(404, "messages.resource_not_found");
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        return List.of(
                new DocumentedRefusal(notFound(), Kind.NOT_FOUND),
                new DocumentedRefusal(unauthenticated(), Kind.AUTHENTICATION_FAILED),
                new DocumentedRefusal(
                        SimulatorAnswer.of(403, "{\"code\":89,\"reason\":\"The IP address is not allowed.\"}"),
                        Kind.PERMISSION_DENIED),
                new DocumentedRefusal(
                        SimulatorAnswer.of(422, "{\"code\":73,\"reason\":\"The eSIM has been recycled.\"}"), Kind.GONE),
                new DocumentedRefusal(
                        SimulatorAnswer.of(422, "{\"error\":\"The parameter is invalid.\"}"), Kind.REJECTED_INPUT),
                new DocumentedRefusal(
                        SimulatorAnswer.of(429, "{\"message\":\"Too Many Attempts.\"}"), Kind.TOO_MANY_REQUESTS));
    }

    @Override
    public SimulatorAnswer tooManyRequests(final RequestLimit.Verdict verdict, final Instant now) {
        return SimulatorAnswer.of(429, "{\"message\":\"Too Many Attempts.\"}")
                .withHeader("Retry-After", Long.toString(verdict.secondsToReset(now)))
                .withHeader("X-RateLimit-Limit", Integer.toString(verdict.limit()))
                .withHeader("X-RateLimit-Remaining", Integer.toString(verdict.remaining()))
                .withHeader(
                        "X-RateLimit-Reset", Long.toString(verdict.resetsAt().getEpochSecond()));
    }

    private static SimulatorAnswer withEmptyData(final int status, final String message) {
        return SimulatorAnswer.of(status, "{\"data\":[],\"meta\":{\"message\":\"%s\"}}".formatted(message));
    }
}
