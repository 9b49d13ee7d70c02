package dev.anycarrier.testkit.conformance.result;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A rule that a provider is known to break, and why. Strict: it covers nothing but that rule, and as soon as the rule is
 * kept the run fails until the deviation is taken away.
 *
 * @param rule the identifier of the rule
 * @param reason why, one sentence
 * @param link where it is discussed, such as an issue
 * @param since the day it was found
 */
public record Deviation(String rule, String reason, URI link, LocalDate since) {

    /**
     * Checks that nothing is left out.
     *
     * @throws IllegalArgumentException if there is no reason, or the link is not absolute
     */
    public Deviation {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(since, "since");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a deviation from " + rule + " has a reason");
        }
        if (!link.isAbsolute()) {
            throw new IllegalArgumentException("a deviation from " + rule + " links to where it is discussed: " + link);
        }
    }
}
