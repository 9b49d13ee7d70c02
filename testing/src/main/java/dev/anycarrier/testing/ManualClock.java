package dev.anycarrier.testing;

import dev.anycarrier.engine.port.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of a test. It stands still while anybody does something; it goes on when the test {@linkplain #advance says
 * so}, and by itself only while somebody who asked waits and nothing else is to be done: then it leaps to the next moment
 * at which something is due. So a carrier that answers after eight seconds, a pause between attempts and a wait for a limit
 * take no time, and a deadline passes exactly when it should.
 *
 * <p>Thread-safe. A test with one asking thread sees the same times whenever it runs.
 */
public final class ManualClock implements InstantSource {

    private final LeapingTime time;

    private ManualClock(final Instant start) {
        this.time = new LeapingTime(start);
    }

    /** A clock that shows this instant until it is told otherwise. */
    public static ManualClock startingAt(final Instant start) {
        return new ManualClock(start);
    }

    /** The time as it is now. */
    @Override
    public Instant instant() {
        return time.instant();
    }

    /**
     * Lets time go on. What becomes due on the way is done at its own moment; returns when all of that is done. Not to be
     * called while something that was asked is held up by the test itself.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public void advance(final Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        this.time.advance(time.toNanos());
    }

    LeapingTime time() {
        return time;
    }

    Ports ports() {
        return new Ports(time, new LeapingThreads(time), new NoNetwork(), new SeededChance());
    }
}
