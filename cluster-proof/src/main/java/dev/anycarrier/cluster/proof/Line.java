package dev.anycarrier.cluster.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a node says of a question: that it was put, or what became of it. One that was cut off, since its node was killed, is
 * none.
 *
 * @param number the question's number on its node
 * @param outcome what became of it; empty if it was put
 */
record Line(long number, Optional<String> outcome) {

    /** A value as new as was asked for. */
    static final String FRESH = "FRESH";

    /** An older one. */
    static final String STALE = "STALE";

    private static final Pattern ASKED = Pattern.compile("\\?(\\d+);");
    private static final Pattern ENDED = Pattern.compile("=(\\d+) (\\S+);");

    static String asked(final long number) {
        return "?" + number + ";";
    }

    static String ended(final long number, final String outcome) {
        return "=" + number + " " + outcome + ";";
    }

    static Optional<Line> read(final String text) {
        final Matcher asked = ASKED.matcher(text);
        if (asked.matches()) {
            return Optional.of(new Line(Long.parseLong(asked.group(1)), Optional.empty()));
        }
        final Matcher ended = ENDED.matcher(text);
        return ended.matches()
                ? Optional.of(new Line(Long.parseLong(ended.group(1)), Optional.of(ended.group(2))))
                : Optional.empty();
    }
}
