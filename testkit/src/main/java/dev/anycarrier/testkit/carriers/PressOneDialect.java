package dev.anycarrier.testkit.carriers;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimulatorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * PressOne: the paths as each of its pages spells them, and errors whose code is a number at one time and a text at
 * another. Which code it uses when is not published; those here are made up. For a recycled SIM it documents the good
 * answer alone.
 */
final class PressOneDialect implements BalanceDialect {

    @Override
    public String carrier() {
        return "pressone";
    }

    @Override
    public String tokenPath() {
        return "/customer/v2/token";
    }

    @Override
    public String usagePath() {
        return "/cusomter/v2/sims/{sim}/usage";
    }

    @Override
    public List<BalanceKind> kinds() {
        return BalanceKind.MIX_WITHOUT_GONE;
    }

    @Override
    public RequestLimit simLimit() {
        return new RequestLimit(100, Duration.ofMinutes(1));
    }

    @Override
    public Optional<RequestLimit> accountLimit() {
        return Optional.empty();
    }

    @Override
    public SimulatorAnswer clientRefused() {
        return error(401, "401", "Client authentication failed");
    }

    @Override
    public SimulatorAnswer invalidField(final String field) {
        return error(422, 422, "The field " + field + " is required and must be valid.");
    }

    @Override
    public SimulatorAnswer unauthenticated() {
        return error(401, 401, "Unauthenticated");
    }

    @Override
    public SimulatorAnswer notFound() {
        return error(404, "not_found", "The resource was not found");
    }

    @Override
    public List<DocumentedRefusal> refusals() {
        return List.of(
                new DocumentedRefusal(notFound(), Kind.NOT_FOUND),
                new DocumentedRefusal(unauthenticated(), Kind.AUTHENTICATION_FAILED),
                new DocumentedRefusal(invalidField("iccid"), Kind.REJECTED_INPUT),
                new DocumentedRefusal(error(429, 429, "Too many requests"), Kind.TOO_MANY_REQUESTS));
    }

    @Override
    public SimulatorAnswer tooManyRequests(final RequestLimit.Verdict verdict, final Instant now) {
        return error(429, 429, "Too many requests");
    }

    private static SimulatorAnswer error(final int status, final int code, final String reason) {
        return SimulatorAnswer.of(status, "{\"code\":%d,\"reason\":\"%s\"}".formatted(code, reason));
    }

    private static SimulatorAnswer error(final int status, final String code, final String reason) {
        return SimulatorAnswer.of(status, "{\"code\":\"%s\",\"reason\":\"%s\"}".formatted(code, reason));
    }
}
