package dev.anycarrier.testing;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;

/** The way to a carrier in memory: the request leaves, time passes, the answer of the script is there. */
final class ScriptedWire implements Wire {

    private static final byte[] NO_BODY = {};
    private static final long NANOS_IN_SECOND = 1_000_000_000;

    private final TimeSource time;
    private final Exchanges exchanges;

    ScriptedWire(final TimeSource time, final Exchanges exchanges) {
        this.time = time;
        this.exchanges = exchanges;
    }

    @Override
    public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
        if (!written.mayBeWritten()) {
            written.notSent();
            throw UsageException.unavailable(UnavailableCause.LOCAL, "it is too late to send anything")
                    .build();
        }
        written.sent();
        final ScriptedAnswer answer = exchanges.answer(request.target());
        pass(answer.latency(), Duration.ofNanos(deadline - time.nanoTime()));
        return new HttpResponse(status(answer), headers(answer), NO_BODY);
    }

    private void pass(final Duration latency, final Duration left) {
        final boolean late = latency.compareTo(left) > 0;
        try {
            time.sleep(late ? left : latency);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while the carrier took its time")
                    .build();
        }
        if (late) {
            throw UsageException.unavailable(
                            UnavailableCause.ATTEMPT_TIMEOUT, "the answer takes longer than an attempt may")
                    .build();
        }
    }

    private static int status(final ScriptedAnswer answer) {
        return answer.failure()
                .map(UsageException::kind)
                .map(ScriptedWire::status)
                .orElse(200);
    }

    private static int status(final Kind kind) {
        return switch (kind) {
            case REJECTED_INPUT -> 400;
            case AUTHENTICATION_FAILED -> 401;
            case PERMISSION_DENIED -> 403;
            case NOT_FOUND -> 404;
            case GONE -> 410;
            case TOO_MANY_REQUESTS -> 429;
            case UNSUPPORTED -> 501;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED, CANCELLED, PROTOCOL, TOO_LARGE, INVALID_DATA -> 200;
        };
    }

    private static HttpHeaders headers(final ScriptedAnswer answer) {
        return answer.retryAfter()
                .map(wait -> HttpHeaders.none()
                        .with(
                                "Retry-After",
                                Long.toString(
                                        wait.plusNanos(NANOS_IN_SECOND - 1).toSeconds())))
                .orElseGet(HttpHeaders::none);
    }

    @Override
    public void dropIdleConnections() {}

    @Override
    public void close() {}
}
