package dev.anycarrier.testkit.conformance;

/** A rule cannot be shown here; the message says what is lacking. */
final class NotTried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private NotTried(final Outcome outcome, final String lacking) {
        super(lacking);
        this.outcome = outcome;
    }

    static NotTried notApplicable(final String lacking) {
        return new NotTried(Outcome.NOT_APPLICABLE, lacking);
    }

    static NotTried notOffered(final String lacking) {
        return new NotTried(Outcome.NOT_OFFERED, lacking);
    }

    Outcome outcome() {
        return outcome;
    }
}
