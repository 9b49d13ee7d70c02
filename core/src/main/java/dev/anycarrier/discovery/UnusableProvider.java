package dev.anycarrier.discovery;

/** A plugin cannot be used; the message is the clause that says why. */
final class UnusableProvider extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableProvider(final String problem) {
        super(problem);
    }

    /** What is wrong, as a clause. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
