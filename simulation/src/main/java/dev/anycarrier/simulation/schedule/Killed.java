package dev.anycarrier.simulation.schedule;

/** Unwinds a simulated thread whose process was killed. Whoever catches it gets it again at the next port. */
final class Killed extends Error {

    private static final long serialVersionUID = 1L;

    Killed() {
        super("the simulated process was killed", null, false, false);
    }
}
