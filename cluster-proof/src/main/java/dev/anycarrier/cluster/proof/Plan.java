package dev.anycarrier.cluster.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a run consists of.
 *
 * @param seed draws what is asked and how long each step takes
 * @param sharesTokens whether the nodes share tokens
 * @param steps what is done, in this order
 * @param storePause how long the store stands still
 * @param apart whether the nodes know nothing of each other, which cannot go well
 */
record Plan(long seed, boolean sharesTokens, List<Step> steps, Duration storePause, boolean apart) {

    private static final Duration SHORT_PAUSE = Duration.ofMillis(3500);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);
    private static final int LONG_ONE_IN = 4;

    Plan {
        steps = List.copyOf(steps);
    }

    /** Everything once, in an order drawn from the seed. */
    static Plan of(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Step> left = new ArrayList<>(List.of(Step.values()));
        final List<Step> steps = new ArrayList<>(left.size());
        while (!left.isEmpty()) {
            steps.add(left.remove(random.nextInt(left.size())));
        }
        return new Plan(
                seed,
                random.nextInt(LONG_ONE_IN) != 0,
                steps,
                random.nextInt(LONG_ONE_IN) == 0 ? LONG_PAUSE : SHORT_PAUSE,
                false);
    }

    /** Nothing is done, but that the nodes know nothing of each other. */
    static Plan ofNodesApart(final long seed) {
        return new Plan(seed, true, List.of(), SHORT_PAUSE, true);
    }
}
