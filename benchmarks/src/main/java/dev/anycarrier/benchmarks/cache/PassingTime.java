package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The system's time, but quicker: each step takes as much of it as lets all SIMs have their turn in a little more than one
 * window. So none is refused, and nearly all are remembered.
 */
final class PassingTime implements TimeSource {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final double MARGIN = 1.01;

    private final long step;
    private long passed;

    PassingTime(final int sims) {
        this.step = (long) (MARGIN * WINDOW.toNanos() / sims);
    }

    /** To be called before each question. */
    void step() {
        passed += step;
    }

    @Override
    public Instant instant() {
        return Instant.now().plusNanos(passed);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + passed;
    }

    @Override
    public void sleep(final Duration time) {
        throw new IllegalStateException("nobody has to wait");
    }
}
