package dev.anycarrier.simulation.schedule;

/**
 * What a thread waits for.
 *
 * @param on what wakes it
 * @param reason for people
 * @param timed whether it ends by itself
 * @param deadline when, on the monotonic clock
 * @param interruptible whether an interrupt ends it
 */
record Waiting(Object on, String reason, boolean timed, long deadline, boolean interruptible) {

    static Waiting forever(final Object on, final String reason, final boolean interruptible) {
        return new Waiting(on, reason, false, 0, interruptible);
    }

    static Waiting until(final Object on, final String reason, final long deadline) {
        return new Waiting(on, reason, true, deadline, true);
    }

    @Override
    public String toString() {
        return timed ? reason + ", timed" : reason;
    }
}
