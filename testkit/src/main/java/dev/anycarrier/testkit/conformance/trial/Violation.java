package dev.anycarrier.testkit.conformance.trial;

/** A rule is broken; the message says what was found. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Violation(final String found) {
        super(found);
    }

    public static void unless(final boolean kept, final String found) {
        if (!kept) {
            throw new Violation(found);
        }
    }
}
