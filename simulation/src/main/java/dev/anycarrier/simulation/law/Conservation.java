package dev.anycarrier.simulation.law;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Over all runs of a sweep that came to its end every SIM has its outcome; none has two in one run, and none comes again in
 * a later run unless the run before ended in the middle of it, or had skipped it.
 */
final class Conservation {

    private Conservation() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        if (evidence.story.sweep().isEmpty()) {
            return;
        }
        final int size = evidence.story.sweep().get().sims().size();
        final Map<Long, List<Delivered>> byPosition = new HashMap<>();
        final Set<String> inRun = new HashSet<>();
        for (final Delivered delivered : evidence.delivered) {
            final long position = delivered.outcome().position();
            if (!inRun.add(delivered.run() + " " + position)) {
                broken.accept("two outcomes in one run: " + delivered);
            }
            byPosition.computeIfAbsent(position, missing -> new ArrayList<>()).add(delivered);
        }
        if (evidence.sweepRuns.stream().anyMatch(run -> run.progress().isPresent())) {
            for (long position = 0; position < size; position++) {
                if (!byPosition.containsKey(position)) {
                    broken.accept("no outcome for the SIM at " + position);
                }
            }
        }
        repeated(evidence, byPosition, broken);
        progress(evidence, size, broken);
    }

    private static void repeated(
            final Evidence evidence, final Map<Long, List<Delivered>> byPosition, final Consumer<String> broken) {
        final Map<Integer, Integer> repeatedFrom = new HashMap<>();
        byPosition.values().forEach(deliveries -> {
            for (int i = 0; i + 1 < deliveries.size(); i++) {
                if (!comesAgain(deliveries.get(i).outcome())) {
                    repeatedFrom.merge(deliveries.get(i).run(), 1, Integer::sum);
                }
            }
        });
        repeatedFrom.forEach((run, count) -> {
            final boolean wasKilled = evidence.sweepRuns.stream().noneMatch(end -> end.run() == run);
            if (count > (wasKilled ? 1 : 0)) {
                broken.accept(count + " acknowledged SIMs of run " + run + " came again");
            }
        });
    }

    private static void progress(final Evidence evidence, final int size, final Consumer<String> broken) {
        for (final SweepRunEnd run : evidence.sweepRuns) {
            run.progress()
                    .filter(progress -> progress.ended() != size)
                    .ifPresent(progress -> broken.accept("ended with " + progress.ended() + " of " + size));
        }
    }

    /** What was only cut short is not kept as acknowledged, nor an account unknown that may be known next time. */
    private static boolean comesAgain(final SweepOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.failure().kind() == Kind.CANCELLED;
        }
        return outcome instanceof Skipped skipped && skipped.reason() != Reason.DUPLICATE;
    }
}
