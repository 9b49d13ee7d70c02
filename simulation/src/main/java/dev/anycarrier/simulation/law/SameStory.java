package dev.anycarrier.simulation.law;

import java.util.Arrays;
import java.util.function.Consumer;

/** A story that is played again gives the same log, byte for byte. Only some are played again. */
final class SameStory {

    static final int ONE_IN = 10;

    private SameStory() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        if (evidence.story.seed() % ONE_IN == 0) {
            final Evidence again = StoryRun.play(evidence.story, new Coverage());
            if (!again.logHash.equals(evidence.logHash)) {
                broken.accept("another log the second time: " + difference(evidence.log, again.log));
            }
        }
    }

    private static String difference(final String one, final String other) {
        final int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        final int from = Math.max(0, at - 200);
        return "\n" + one.substring(from, Math.min(one.length(), at + 200)) + "\n---\n"
                + other.substring(Math.min(from, other.length()), Math.min(other.length(), at + 200));
    }
}
