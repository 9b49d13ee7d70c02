package dev.anycarrier.engine.resilience;

import dev.anycarrier.usage.SimId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The latest outcomes of one operation, no more than the window. Not thread-safe. */
final class RecentOutcomes {

    private static final Outcome ANSWER = new Outcome(false, Optional.empty());

    private final BreakerOptions options;
    private final Queue<Outcome> outcomes = new ArrayDeque<>();

    RecentOutcomes(final BreakerOptions options) {
        this.options = options;
    }

    void answered() {
        add(ANSWER);
    }

    void failed(final Optional<SimId> sim) {
        add(new Outcome(true, sim));
    }

    void clear() {
        outcomes.clear();
    }

    /** Whether these are so bad, and about so many SIMs, that it is the carrier. */
    boolean bad() {
        int failures = 0;
        int withoutSim = 0;
        final Set<SimId> sims = new HashSet<>();
        for (final Outcome outcome : outcomes) {
            if (outcome.failed) {
                failures++;
                outcome.sim.ifPresent(sims::add);
                withoutSim += outcome.sim.isPresent() ? 0 : 1;
            }
        }
        return outcomes.size() >= options.minimumOutcomes()
                && failures * 100 >= outcomes.size() * options.failurePercent()
                && sims.size() + withoutSim >= options.distinctSims();
    }

    private void add(final Outcome outcome) {
        if (outcomes.size() == options.window()) {
            outcomes.remove();
        }
        outcomes.add(outcome);
    }

    private record Outcome(boolean failed, Optional<SimId> sim) {}
}
