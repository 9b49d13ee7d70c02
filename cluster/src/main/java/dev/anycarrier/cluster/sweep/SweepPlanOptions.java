package dev.anycarrier.cluster.sweep;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.call.WhenStale;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the questions of a planned sweep are asked, on whatever node. What is left open is taken from the account's settings
 * on the node that asks. Kept to the millisecond.
 *
 * @param deadline how long one answer may take, as {@link CallOptions#deadline()}
 * @param maximumAge how old a value may be that is answered without asking the carrier, as {@link CallOptions#maximumAge()}
 * @param whenStale what to do if there is only an older value
 */
public record SweepPlanOptions(
        Optional<Duration> deadline, Optional<Duration> maximumAge, Optional<WhenStale> whenStale) {

    private static final SweepPlanOptions DEFAULTS =
            new SweepPlanOptions(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that every part is there. */
    public SweepPlanOptions {
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(maximumAge, "maximumAge");
        Objects.requireNonNull(whenStale, "whenStale");
    }

    /** Everything as the accounts' settings say. */
    public static SweepPlanOptions defaults() {
        return DEFAULTS;
    }

    /** The same with a deadline for each question. */
    public SweepPlanOptions withDeadline(final Duration newDeadline) {
        return new SweepPlanOptions(Optional.of(newDeadline), maximumAge, whenStale);
    }

    /** The same with a maximum age. */
    public SweepPlanOptions withMaximumAge(final Duration newMaximumAge) {
        return new SweepPlanOptions(deadline, Optional.of(newMaximumAge), whenStale);
    }

    /** The same with a decision about stale values. */
    public SweepPlanOptions whenStale(final WhenStale newWhenStale) {
        return new SweepPlanOptions(deadline, maximumAge, Optional.of(newWhenStale));
    }

    CallOptions forEachQuestion() {
        return new CallOptions(deadline, maximumAge, whenStale, Priority.SWEEP, Optional.empty());
    }
}
