package dev.anycarrier.simulation.schedule;

import java.util.random.RandomGenerator;

/** Draws at random: a thread goes on for some steps before another gets its turn. */
public final class SeededChoice implements Choice {

    private static final int STEPS_IN_A_ROW = 3;
    private static final int LONGEST_STEP_NANOS = 2_000;

    private final RandomGenerator random;
    private final int stepsInARow;

    /** Draws from that generator alone. */
    public SeededChoice(final RandomGenerator random) {
        this(random, STEPS_IN_A_ROW);
    }

    private SeededChoice(final RandomGenerator random, final int stepsInARow) {
        this.random = random;
        this.stepsInARow = stepsInARow;
    }

    /** Takes no turn away from a thread that can go on; cheaper where there are very many steps. */
    public static SeededChoice withoutPreemption(final RandomGenerator random) {
        return new SeededChoice(random, Integer.MAX_VALUE);
    }

    @Override
    public int next(final int count, final boolean preempts) {
        return preempts && random.nextInt(stepsInARow) != 0 ? 0 : random.nextInt(count);
    }

    @Override
    public long delay() {
        return random.nextInt(LONGEST_STEP_NANOS);
    }
}
