package dev.anycarrier.simulation.fleet;

import dev.anycarrier.simulation.schedule.VirtualTime;
import dev.anycarrier.spi.LimitScope;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What a carrier in trouble answers. */
final class Trouble {

    private static final int HUGE = 5_000_000;

    private Trouble() {}

    static Optional<CarrierAnswer> atTokenEndpoint(final Optional<Fault> fault, final Dialect dialect) {
        return fault.flatMap(hit -> switch (hit.kind()) {
            case TOKEN_500 -> Optional.of(dialect.error(500, "internal", "Internal error"));
            case TOKEN_THROTTLED -> Optional.of(waiting(429, LimitScope.TOKEN_ENDPOINT, hit.amount(), dialect));
            case TOKEN_GARBAGE -> Optional.of(garbage(hit.amount()));
            case STATUS_503_WAIT -> Optional.of(waiting(503, LimitScope.TOKEN_ENDPOINT, hit.amount(), dialect));
            default -> plainStatus(hit.kind(), dialect);
        });
    }

    static Optional<CarrierAnswer> withQuestion(
            final Fault hit,
            final CarrierRequest request,
            final Dialect dialect,
            final CarrierOptions options,
            final VirtualTime time) {
        return switch (hit.kind()) {
            case STATUS_503_WAIT -> Optional.of(waiting(503, LimitScope.ACCOUNT, hit.amount(), dialect));
            case THROTTLED -> Optional.of(dialect.error(429, "too_many", "Too Many Attempts."));
            case THROTTLED_GARBAGE ->
                Optional.of(dialect.error(429, "too_many", "Too Many Attempts.")
                        .withHeader("Retry-After", unreadable(hit.amount())));
            case THROTTLED_SIM, THROTTLED_ACCOUNT -> Optional.of(throttled(hit, request, options, dialect));
            case THROTTLED_DATE -> Optional.of(dated(throttled(hit, request, options, dialect), time));
            case GARBAGE_BODY -> Optional.of(garbage(hit.amount()));
            case HUGE_BODY -> Optional.of(CarrierAnswer.of(200, "\"" + "x".repeat(HUGE) + "\""));
            case ECHO ->
                Optional.of(dialect.error(
                        400,
                        request.authorization().replace("Bearer ", ""),
                        request.sim().orElse("none")));
            default -> plainStatus(hit.kind(), dialect);
        };
    }

    private static Optional<CarrierAnswer> plainStatus(final FaultKind kind, final Dialect dialect) {
        return switch (kind) {
            case STATUS_500 -> Optional.of(dialect.error(500, "internal", "Internal error"));
            case STATUS_502 ->
                Optional.of(CarrierAnswer.of(502, "<html>bad gateway</html>").withType("text/html"));
            case STATUS_503 -> Optional.of(dialect.error(503, "busy", "Service unavailable"));
            case STATUS_408 -> Optional.of(dialect.error(408, "timeout", "Request timeout"));
            default -> Optional.empty();
        };
    }

    /** What a client can tell the scope from: no limit asks for a longer wait than its window. */
    private static CarrierAnswer throttled(
            final Fault hit, final CarrierRequest request, final CarrierOptions options, final Dialect dialect) {
        final Optional<Duration> simWindow = options.limits()
                .sim()
                .map(CarrierLimits.Allowed::window)
                .filter(window -> request.sim().isPresent());
        if (simWindow.isEmpty()) {
            return waiting(429, LimitScope.ACCOUNT, hit.amount(), dialect);
        }
        final long accountMillis = options.limits()
                .account()
                .map(limit -> limit.window().toMillis())
                .orElse(0L);
        final boolean account = hit.kind() == FaultKind.THROTTLED_ACCOUNT;
        final long millis = account
                ? simWindow.get().toMillis() + hit.amount()
                : Math.max(accountMillis + 1_000, Math.min(simWindow.get().toMillis() / 1_000 * 1_000, hit.amount()));
        final boolean alone =
                millis > accountMillis && millis <= simWindow.get().toMillis();
        return waiting(429, alone ? LimitScope.SIM : LimitScope.ACCOUNT, millis, dialect);
    }

    private static CarrierAnswer waiting(
            final int status, final LimitScope scope, final long millis, final Dialect dialect) {
        final long seconds = (millis + 999) / 1_000;
        return dialect.error(status, "wait", "Too Many Attempts.")
                .withHeader("Retry-After", Long.toString(seconds))
                .holding(new CarrierHold(scope, Duration.ofSeconds(seconds)));
    }

    private static CarrierAnswer dated(final CarrierAnswer answer, final VirtualTime time) {
        final CarrierHold hold = answer.hold().orElseThrow();
        final ZonedDateTime until = ZonedDateTime.ofInstant(time.trueInstant().plus(hold.length()), ZoneOffset.UTC);
        final CarrierAnswer plain = CarrierAnswer.of(answer.response().status(), "{}");
        // A date has whole seconds: it is at most that much earlier.
        return plain.withHeader("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(until))
                .holding(new CarrierHold(hold.scope(), hold.length().minusSeconds(1)));
    }

    private static String unreadable(final long amount) {
        return switch ((int) (amount % 5)) {
            case 0 -> "soon";
            case 1 -> "-5";
            case 2 -> "99999999999999999999";
            case 3 -> "0";
            default -> "";
        };
    }

    private static CarrierAnswer garbage(final long amount) {
        return switch ((int) (amount % 7)) {
            case 0 -> CarrierAnswer.of(200, "");
            case 1 -> CarrierAnswer.of(200, "null");
            case 2 -> CarrierAnswer.of(200, "{\"data\":{\"remaining\":1");
            case 3 -> CarrierAnswer.of(200, "<html>log in</html>").withType("text/html");
            case 4 -> CarrierAnswer.of(200, "[]");
            case 5 -> CarrierAnswer.of(200, "{\"error\":\"sorry\"}");
            default -> CarrierAnswer.of(200, "{}{}");
        };
    }
}
