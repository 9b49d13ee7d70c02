package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.Said;
import dev.anycarrier.sweep.SweepOutcome;
import java.util.Optional;
import java.util.function.Consumer;

/** A report names the SIM that was asked for, and its amounts are not another SIM's. */
final class RightSim {

    private RightSim() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final Answered answered : Answered.all(evidence)) {
            final var report = answered.result().report();
            if (!report.sim().equals(answered.sim().sim())
                    || !report.account().equals(answered.sim().account())) {
                broken.accept("about another SIM: " + answered);
            } else if (!answered.isFromRecords(evidence)
                    && SaidBefore.answers(evidence, answered.sim(), report, answered.ended())
                            .isEmpty()
                    && !SaidBefore.answersAboutAny(evidence, answered.sim().account(), report, answered.ended())
                            .isEmpty()) {
                broken.accept("another SIM's amounts: " + answered);
            } else if (!answered.isFromRecords(evidence)
                    && !SaidBefore.saidLimit(evidence, answered.sim(), report, answered.ended())
                    && liedAbout(evidence, answered)) {
                broken.accept("an answer that named another SIM: " + answered);
            }
        }
        for (final Delivered delivered : evidence.delivered) {
            final SweepOutcome outcome = delivered.outcome();
            final PlannedSweep.Target target =
                    evidence.story.sweep().orElseThrow().sims().get((int) outcome.position());
            if (!outcome.sim().equals(SimRefs.of(evidence, target.account(), target.sim()))) {
                broken.accept("the outcome of another SIM: " + outcome);
            }
        }
    }

    private static boolean liedAbout(final Evidence evidence, final Answered answered) {
        final Optional<String> shown =
                Optional.of(Said.buckets(answered.result().report()));
        return evidence.fleet.carrier(answered.sim().account()).ledger().entries().stream()
                .filter(entry -> entry.received() >= 0 && entry.received() <= answered.ended())
                .anyMatch(entry -> entry.lie().equals(shown));
    }
}
