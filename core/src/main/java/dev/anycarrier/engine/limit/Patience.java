package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;

/** The pauses of one who waits for another node, each twice as long as the one before, up to a bound. For one thread. */
public final class Patience {

    private static final Duration FIRST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final TimeSource time;
    private Duration next = FIRST;

    /** Nothing waited yet. */
    public Patience(final TimeSource time) {
        this.time = time;
    }

    /**
     * Waits for a while.
     *
     * @param atMost how long it can be worth it
     * @throws UsageException {@code DEADLINE_EXCEEDED} if there is no time left; {@code CANCELLED} if the thread is
     *     interrupted, which keeps its flag
     */
    public void pause(final Duration atMost, final Turn turn) {
        final Duration left = Duration.ofNanos(turn.deadline() - time.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw UsageException.of(Kind.DEADLINE_EXCEEDED, "another node had no answer in time")
                    .build();
        }
        try {
            time.sleep(shorter(left, shorter(next, longer(atMost, Duration.ofMillis(1)))));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while waiting for another node")
                    .build();
        }
        next = shorter(LONGEST, next.multipliedBy(2));
    }

    private static Duration shorter(final Duration one, final Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(final Duration one, final Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
