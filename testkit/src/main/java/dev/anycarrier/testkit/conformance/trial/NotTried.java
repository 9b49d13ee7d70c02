package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.testkit.conformance.result.Outcome;

/** A rule cannot be shown here; the message says what is lacking. */
public final class NotTried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    private NotTried(final Outcome outcome, final String lacking) {
        super(lacking);
        this.outcome = outcome;
    }

    public static NotTried notApplicable(final String lacking) {
        return new NotTried(Outcome.NOT_APPLICABLE, lacking);
    }

    public static NotTried notOffered(final String lacking) {
        return new NotTried(Outcome.NOT_OFFERED, lacking);
    }

    public Outcome outcome() {
        return outcome;
    }
}
