package dev.anycarrier.cluster.proof.law;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What became of the questions. */
final class Outcomes {

    private Outcomes() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        evidence.nodes().forEach(node -> check(node, broken));
    }

    private static void check(final NodeStory node, final Consumer<String> broken) {
        final Set<Long> open = new HashSet<>(node.asked());
        for (final Long number : node.ended()) {
            if (!open.remove(number)) {
                broken.accept(node.name() + " says twice, or unasked, what became of question " + number);
            }
        }
        if (node.endedInOrder() && !open.isEmpty()) {
            broken.accept(node.name() + " ended and does not say what became of questions " + open);
        }
    }
}
