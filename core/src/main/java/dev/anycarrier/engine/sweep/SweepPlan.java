package dev.anycarrier.engine.sweep;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.Priority;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a sweep is to go.
 *
 * @param options of each question; the priority is always that of a sweep
 * @param source where values come from
 * @param deadline how long the whole sweep may take, or empty for as long as it takes
 * @param checkpoint where it is kept what was acknowledged, or empty for nowhere
 * @param total how many SIMs there are, or empty if that is not known
 * @param listener is told how the sweep goes on
 */
public record SweepPlan(
        CallOptions options,
        SweepSource source,
        Optional<Duration> deadline,
        Optional<CheckpointPlace> checkpoint,
        OptionalLong total,
        Optional<SweepListener> listener) {

    /**
     * Checks the total, and sets the priority.
     *
     * @throws IllegalArgumentException if the total is negative
     */
    public SweepPlan {
        options = options.withPriority(Priority.SWEEP);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(checkpoint, "checkpoint");
        Objects.requireNonNull(listener, "listener");
        if (total.isPresent() && total.getAsLong() < 0) {
            throw new IllegalArgumentException("the number of SIMs is never negative, but was " + total.getAsLong());
        }
    }

    /** Everything as the accounts' settings say, nothing kept, nobody told. */
    public static SweepPlan defaults() {
        return new SweepPlan(
                CallOptions.defaults(),
                SweepSource.USAGE,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** The same with other options. */
    public SweepPlan withOptions(final CallOptions newOptions) {
        return new SweepPlan(newOptions, source, deadline, checkpoint, total, listener);
    }

    /** The same from another source. */
    public SweepPlan withSource(final SweepSource newSource) {
        return new SweepPlan(options, newSource, deadline, checkpoint, total, listener);
    }

    /** The same with a deadline. */
    public SweepPlan withDeadline(final Duration newDeadline) {
        return new SweepPlan(options, source, Optional.of(newDeadline), checkpoint, total, listener);
    }

    /** The same with a checkpoint. */
    public SweepPlan withCheckpoint(final CheckpointPlace newCheckpoint) {
        return new SweepPlan(options, source, deadline, Optional.of(newCheckpoint), total, listener);
    }

    /** The same with a total. */
    public SweepPlan withTotal(final long newTotal) {
        return new SweepPlan(options, source, deadline, checkpoint, OptionalLong.of(newTotal), listener);
    }

    /** The same with a listener. */
    public SweepPlan withListener(final SweepListener newListener) {
        return new SweepPlan(options, source, deadline, checkpoint, total, Optional.of(newListener));
    }

    /**
     * Where a checkpoint is, and of what.
     *
     * @param file the file, made if it is not there
     * @param identity what the input is
     */
    public record CheckpointPlace(Path file, String identity) {

        /** Checks that both are there. */
        public CheckpointPlace {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(identity, "identity");
        }
    }
}
