package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The engine's, as a request passes it. */
final class EngineLimiter implements LimitedSims {

    private static final HttpResponse GOOD = new HttpResponse(200, HttpHeaders.none(), new byte[0]);

    private final PassingTime time;
    private final RateLimiter limiter;

    EngineLimiter(final PassingTime time) {
        this.time = time;
        this.limiter = new RateLimiter(
                Ports.system().withTime(time), StateStore.none(), KeptReports.ACCOUNT, Duration.ofSeconds(10));
        limiter.enforce(List.of(new RateLimit(LimitScope.SIM, 1, PassingTime.WINDOW)), Optional.empty());
    }

    @Override
    public void ask(final SimId sim) {
        time.step();
        final RateLimiter.Permit permit =
                limiter.acquire(false, Optional.of(sim), new Impatient(time.nanoTime() + 1_000_000));
        permit.sent();
        permit.answered(GOOD);
        permit.done();
    }

    /** Somebody who does not wait. */
    private record Impatient(long deadline) implements Turn {

        @Override
        public Priority priority() {
            return Priority.INTERACTIVE;
        }

        @Override
        public void waitsUntil(final long at, final UsageException refusal) {
            throw refusal;
        }

        @Override
        public void onChange(final Runnable changed) {
            // Nothing ever changes.
        }
    }
}
