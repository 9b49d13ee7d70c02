package dev.anycarrier.simulation.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What happened in a run, line by line. */
public final class EventLog {

    private final StringBuilder lines = new StringBuilder();

    EventLog() {}

    void add(final long elapsedNanos, final String thread, final String text) {
        lines.append(elapsedNanos)
                .append(' ')
                .append(thread)
                .append(' ')
                .append(text)
                .append('\n');
    }

    /** SHA-256 of the whole log. */
    public String hash() {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every line: nanoseconds since the start, the thread, and what it said. */
    @Override
    public String toString() {
        return lines.toString();
    }
}
