package dev.anycarrier.simulation.fault;

import dev.anycarrier.simulation.schedule.Choice;
import dev.anycarrier.simulation.schedule.SeededChoice;
import java.util.SplittableRandom;

/** Runs something between two steps of a scene, in an otherwise random order in which the steps themselves take no time. */
final class InterruptingChoice implements Choice {

    private final SeededChoice others;
    private Runnable interruption = () -> {};
    private int left = Integer.MAX_VALUE;

    InterruptingChoice(final long seed) {
        this.others = new SeededChoice(new SplittableRandom(seed));
    }

    /** Runs it after that many further steps, if there are as many. */
    void after(final int steps, final Runnable newInterruption) {
        left = steps;
        interruption = newInterruption;
    }

    @Override
    public int next(final int count, final boolean preempts) {
        return others.next(count, preempts);
    }

    @Override
    public long delay() {
        if (left-- == 0) {
            interruption.run();
        }
        return 0;
    }
}
