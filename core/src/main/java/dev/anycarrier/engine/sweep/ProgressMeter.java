package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import java.util.concurrent.TimeUnit;

/** Counts what SIMs end in, and how fast. Not thread-safe. */
final class ProgressMeter {

    private static final int SECONDS = 60;

    private final long[] bySecond = new long[SECONDS];
    private long second;
    private long done;
    private long stale;
    private long failed;
    private long skipped;
    private long notFinal;

    /** One more has ended, so long after the start. */
    void ended(final Delivery delivery, final long elapsedNanos) {
        advance(elapsedNanos);
        bySecond[(int) (second % SECONDS)]++;
        notFinal += delivery.isFinal() ? 0 : 1;
        count(delivery.outcome());
    }

    /** What has been counted, so long after the start. */
    Counts counts(final long elapsedNanos) {
        advance(elapsedNanos);
        long lately = 0;
        for (final long count : bySecond) {
            lately += count;
        }
        final double seconds = (double) elapsedNanos / TimeUnit.SECONDS.toNanos(1);
        return new Counts(done, stale, failed, skipped, notFinal, lately / Math.max(1, Math.min(SECONDS, seconds)));
    }

    private void count(final SweepOutcome outcome) {
        if (outcome instanceof Read read) {
            if (read.result() instanceof UsageResult.Fresh) {
                done++;
            } else {
                stale++;
            }
        } else if (outcome instanceof Failed) {
            failed++;
        } else {
            skipped++;
        }
    }

    private void advance(final long elapsedNanos) {
        final long now = TimeUnit.NANOSECONDS.toSeconds(elapsedNanos);
        final long fromHere = Math.max(second, now - SECONDS);
        for (long passed = fromHere + 1; passed <= now; passed++) {
            bySecond[(int) (passed % SECONDS)] = 0;
        }
        second = Math.max(second, now);
    }

    /**
     * What has been counted.
     *
     * @param done read, fresh
     * @param stale read, stale
     * @param failed not to be read
     * @param skipped not asked about
     * @param notFinal of all these, those that a resumed sweep comes to again
     * @param perSecond over the last minute, or since the start
     */
    record Counts(long done, long stale, long failed, long skipped, long notFinal, double perSecond) {}
}
