package dev.anycarrier.testkit.conformance;

/** A rule is broken; the message says what was found. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(final String found) {
        super(found);
    }

    static void unless(final boolean kept, final String found) {
        if (!kept) {
            throw new Violation(found);
        }
    }
}
