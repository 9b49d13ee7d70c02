package dev.anycarrier.simulation.schedule;

/** Decides who goes on, wherever there is a choice. */
public interface Choice {

    /**
     * Picks one of several.
     *
     * @param count how many there are, at least 2; if the running thread can go on, it is number 0
     * @param preempts whether anything but number 0 takes the turn away from a thread that could go on
     * @return from 0 to {@code count - 1}
     */
    int next(int count, boolean preempts);

    /** Whether the next timer may go off although threads could go on, as if these were slow. */
    default boolean offersTime() {
        return false;
    }

    /** How many nanoseconds pass before the next step; not negative. */
    default long delay() {
        return 0;
    }
}
