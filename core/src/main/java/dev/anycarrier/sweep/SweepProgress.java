package dev.anycarrier.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a sweep is. Of every SIM that has ended, exactly one of {@code done}, {@code stale}, {@code failed} and {@code
 * skipped} counts; SIMs that a resumed sweep had acknowledged before are counted in {@code resumed} alone.
 *
 * @param total how many SIMs there are, or empty if that is not known
 * @param resumed acknowledged by an earlier run
 * @param done read, fresh
 * @param stale read, stale
 * @param failed not to be read
 * @param skipped not asked about
 * @param deferred waiting for their carrier's interval to end
 * @param inFlight being asked about, or with an outcome that is not acknowledged yet
 * @param perSecond SIMs that ended each second, over the last minute or since the start
 * @param elapsed since the start of this run
 * @param estimatedEnd when it will be over at this rate and within the carriers' limits, or empty if that cannot be told
 */
public record SweepProgress(
        OptionalLong total,
        long resumed,
        long done,
        long stale,
        long failed,
        long skipped,
        long deferred,
        long inFlight,
        double perSecond,
        Duration elapsed,
        Optional<Instant> estimatedEnd) {

    /** Checks that every part is there. */
    public SweepProgress {
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(estimatedEnd, "estimatedEnd");
    }

    /** How many have ended, those of an earlier run included. */
    public long ended() {
        return resumed + done + stale + failed + skipped;
    }
}
