package dev.anycarrier.simulation.schedule;

/** Every thread waits, and no timer will ever wake one. The message shows who waits for what, and where. */
public final class Deadlock extends AssertionError {

    private static final long serialVersionUID = 1L;

    Deadlock(final String message) {
        super(message);
    }
}
