package dev.anycarrier.simulation.nodes;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.function.Consumer;

/** Every question ends in one outcome by its deadline, but for those of a node that was killed. */
final class OneOutcome {

    private static final Duration DEFAULT = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofMillis(100);

    private OneOutcome() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        if (evidence.asked != evidence.outcomes.size() + evidence.underWay.size()) {
            broken.accept(evidence.asked + " questions, " + evidence.outcomes.size() + " outcomes");
        }
        evidence.underWay.stream()
                .filter(process -> !evidence.deaths.containsKey(process))
                .forEach(process -> broken.accept("no outcome of a question of " + process));
        evidence.outcomes.forEach(outcome -> check(evidence, outcome, broken));
    }

    private static void check(final NodesEvidence evidence, final NodeOutcome outcome, final Consumer<String> broken) {
        final Duration deadline = outcome.call().options().deadline().orElse(DEFAULT);
        // A stale value may be looked for at a store that takes longer than its slack.
        final Duration longest =
                deadline.plus(SLACK).plus(evidence.story.timeout()).plus(evidence.standstill());
        if (outcome.ended() - outcome.begun() > longest.toNanos()) {
            broken.accept("took longer than " + longest + ": " + outcome);
        }
        outcome.failure().ifPresent(failure -> {
            if (!(failure instanceof UsageException known)) {
                broken.accept("something else than a UsageException: " + outcome);
            } else if (known.kind() == Kind.CANCELLED) {
                broken.accept("cancelled, and nobody cancelled it: " + outcome);
            }
        });
    }
}
