package dev.anycarrier.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a path of choices, then always takes the first, and remembers where it could have turned. */
final class PathChoice implements Choice {

    private final List<Integer> path;
    private final int preemptions;
    private final boolean time;
    private final List<Integer> taken = new ArrayList<>();
    private final List<Integer> offered = new ArrayList<>();
    private int preempted;

    PathChoice(final List<Integer> path, final int preemptions, final boolean time) {
        this.path = path;
        this.preemptions = preemptions;
        this.time = time;
    }

    @Override
    public int next(final int count, final boolean preempts) {
        if (preempts && preempted >= preemptions) {
            return 0;
        }
        final int choice = taken.size() < path.size() ? path.get(taken.size()) : 0;
        taken.add(choice);
        offered.add(count);
        if (preempts && choice > 0) {
            preempted++;
        }
        return choice;
    }

    @Override
    public boolean offersTime() {
        return time && preempted < preemptions;
    }

    /** The next path in depth-first order, or empty after the last. */
    Optional<List<Integer>> following() {
        for (int depth = taken.size() - 1; depth >= 0; depth--) {
            if (taken.get(depth) + 1 < offered.get(depth)) {
                final List<Integer> following = new ArrayList<>(taken.subList(0, depth));
                following.add(taken.get(depth) + 1);
                return Optional.of(following);
            }
        }
        return Optional.empty();
    }

    List<Integer> taken() {
        return List.copyOf(taken);
    }
}
