package dev.anycarrier.simulation.schedule;

import java.util.random.RandomGenerator;

/** Draws at random: a thread goes on for some steps before another gets its turn. */
public final class SeededChoice implements Choice {

    private static final int STEPS_IN_A_ROW = 3;
    private static final int LONGEST_STEP_NANOS = 2_000;

    private final RandomGenerator random;

    /** Draws from that generator alone. */
    public SeededChoice(final RandomGenerator random) {
        this.random = random;
    }

    @Override
    public int next(final int count, final boolean preempts) {
        return preempts && random.nextInt(STEPS_IN_A_ROW) != 0 ? 0 : random.nextInt(count);
    }

    @Override
    public long delay() {
        return random.nextInt(LONGEST_STEP_NANOS);
    }
}
