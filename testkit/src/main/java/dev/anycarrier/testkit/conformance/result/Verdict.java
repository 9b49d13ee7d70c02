package dev.anycarrier.testkit.conformance.result;

import java.util.List;

/** What a run says of a provider, as a whole. There is no score: one broken rule is enough not to be trusted. */
public enum Verdict {
    /** Every rule that applies is kept. */
    CONFORMANT,
    /** Every rule that applies is kept, but for those that a {@link Deviation} names. */
    WITH_DEVIATIONS,
    /** Nothing was found, but not every rule was tried. */
    PARTIAL,
    /** A rule is broken. */
    NOT_CONFORMANT;

    /** The verdict of results that hold every rule once. */
    static Verdict of(final List<RuleResult> results) {
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.FAILED)) {
            return NOT_CONFORMANT;
        }
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.NOT_RUN)) {
            return PARTIAL;
        }
        return results.stream().anyMatch(result -> result.outcome() == Outcome.DEVIATED) ? WITH_DEVIATIONS : CONFORMANT;
    }

    /** The verdict in words, as a report shows it. */
    public String words() {
        return name().replace('_', ' ');
    }
}
