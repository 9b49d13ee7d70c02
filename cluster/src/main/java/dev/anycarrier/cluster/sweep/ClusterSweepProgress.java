package dev.anycarrier.cluster.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the whole of a sweep is, seen from any node. Every SIM that has ended counts in exactly one of {@code done},
 * {@code stale}, {@code failed} and {@code skipped}; times are those of the database.
 *
 * @param identity the sweep's identity
 * @param state whether it goes on
 * @param planned how many SIMs it has
 * @param done read, fresh
 * @param stale read, stale
 * @param failed not to be read
 * @param skipped not asked about; once the sweep is cancelled, all that had not ended
 * @param perSecond SIMs that ended each second, over about the last minute or since the plan
 * @param elapsed since the plan, to the end if it has ended
 * @param estimatedEnd when it will be over at this rate, or empty if that cannot be told
 * @param nodes the names of the nodes that work on it now, in order; a node that died stays here until it is missed
 */
public record ClusterSweepProgress(
        String identity,
        State state,
        long planned,
        long done,
        long stale,
        long failed,
        long skipped,
        double perSecond,
        Duration elapsed,
        Optional<Instant> estimatedEnd,
        List<String> nodes) {

    /** Checks that every part is there. */
    public ClusterSweepProgress {
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(elapsed, "elapsed");
        Objects.requireNonNull(estimatedEnd, "estimatedEnd");
        nodes = List.copyOf(nodes);
    }

    /** How many have ended. */
    public long ended() {
        return done + stale + failed + skipped;
    }

    /** How many have not ended yet. */
    public long remaining() {
        return planned - ended();
    }

    /** Whether a sweep goes on. */
    public enum State {
        /** It is worked on, or waits for a node. */
        UNDER_WAY,
        /** Every SIM has its outcome. */
        ENDED,
        /** It was cancelled before its end. */
        CANCELLED
    }
}
