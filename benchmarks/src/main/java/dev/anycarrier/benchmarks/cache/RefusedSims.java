package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.usage.SimId;

/** The engine's, where the carrier refuses each SIM for once, and so each is held back: the most there is to remember. */
final class RefusedSims implements LimitedSims {

    private static final HttpResponse REFUSED = new HttpResponse(429, HttpHeaders.none(), new byte[0]);

    private final EngineLimiter limiter;

    RefusedSims(final PassingTime time) {
        this.limiter = new EngineLimiter(time, REFUSED);
    }

    @Override
    public void ask(final SimId sim) {
        limiter.ask(sim);
    }
}
