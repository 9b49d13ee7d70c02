package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;

/** Ages in nanoseconds, never negative, and small enough that sums and the monotonic clock bear them. */
public final class Ages {

    private static final Duration LONGEST = Duration.ofDays(365 * 70);

    private Ages() {}

    /** That long; zero if negative, and no more than the longest age there is. */
    public static long bounded(final Duration age) {
        if (age.isNegative()) {
            return 0;
        }
        return age.compareTo(LONGEST) < 0 ? age.toNanos() : LONGEST.toNanos();
    }

    /** How old the values already were when they were received, as far as the carrier says. */
    static long whenReceived(final UsageReport report) {
        return report.observedAt()
                .map(observed -> bounded(Duration.between(observed, report.fetchedAt())))
                .orElse(0L);
    }

    /**
     * How long ago a value of a former process was received. If that lies in the future, a clock was set and the age is not
     * known; it then counts as just as old, since taking it for new would show a stale value as fresh.
     */
    static long sinceReceived(final UsageReport report, final Instant now) {
        return bounded(Duration.between(report.fetchedAt(), now).abs());
    }
}
