package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.testkit.conformance.result.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Makes evidence of what was on the wire: secrets and identifiers of SIMs are replaced, what is long is cut, and what is
 * no text is shown as such.
 */
final class Masking {

    private static final int LONGEST = 4_000;

    private final List<String> secrets;
    private final List<String> sims;

    /**
     * Replaces these.
     *
     * @param secrets values that must not be shown at all
     * @param sims identifiers of which the last digits may be
     */
    Masking(final Collection<String> secrets, final Collection<String> sims) {
        this.secrets = longestFirst(secrets);
        this.sims = longestFirst(sims);
    }

    Evidence evidence(final Overlay.Passed passed) {
        final String request =
                passed.request().method() + " " + passed.request().target() + "\n"
                        + headers(passed.request().headers())
                        + text(passed.request().body().getBytes(StandardCharsets.ISO_8859_1));
        return new Evidence(masked(request), masked(passed.given()));
    }

    static String headers(final HttpHeaders headers) {
        final StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }

    /** A body as text, cut where it is long. */
    static String text(final byte[] body) {
        if (body.length == 0) {
            return "";
        }
        final String text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "\uFFFD");
        return "\n" + text + (body.length > LONGEST ? "\n(" + body.length + " bytes, cut)" : "");
    }

    private String masked(final String text) {
        String masked = text;
        for (final String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        for (final String sim : sims) {
            masked = masked.replace(sim, "…" + sim.substring(Math.max(0, sim.length() - 4)));
        }
        return masked;
    }

    /** So that a secret that holds another is replaced as a whole. */
    private static List<String> longestFirst(final Collection<String> values) {
        return values.stream()
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
