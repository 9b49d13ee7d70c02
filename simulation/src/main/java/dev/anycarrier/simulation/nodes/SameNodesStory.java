package dev.anycarrier.simulation.nodes;

import java.util.function.Consumer;

/** A story that is played again gives the same log. Only some are played again. */
final class SameNodesStory {

    static final int ONE_IN = 10;

    private SameNodesStory() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        if (evidence.story.seed() % ONE_IN == 0) {
            final NodesEvidence again = NodesRun.play(evidence.story);
            if (!again.logHash.equals(evidence.logHash)) {
                broken.accept("another log the second time:\n" + evidence.log + "---\n" + again.log);
            }
        }
    }
}
