package dev.anycarrier.engine.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The lines of a checkpoint. The first is {@code anycarrier-sweep 1}; every other ends in the checksum of what is before:
 *
 * <pre>
 * identity SHA-256-OF-THE-IDENTITY CRC     what the input is; always the second line
 * accounts SHA-256-OF-THEIR-NAMES CRC      from here on these are the known accounts
 * lane LANE FROM TO CRC                    the lane's SIMs at these positions (TO exclusive) are acknowledged
 * complete COUNT CRC                       all are, so many
 * </pre>
 */
final class CheckpointLine {

    static final String NAME = "anycarrier-sweep";
    static final String VERSION = "1";
    static final String IDENTITY = "identity";
    static final String ACCOUNTS = "accounts";
    static final String LANE = "lane";
    static final String COMPLETE = "complete";

    /** No line is longer, in bytes. */
    static final int LONGEST = 256;

    private static final Pattern CHECKED = Pattern.compile("(.+) ([0-9a-f]{8})");

    private CheckpointLine() {}

    /** The first line. */
    static byte[] first() {
        return bytes(NAME + " " + VERSION + "\n");
    }

    /** A line of the given words. */
    static byte[] of(final String kind, final String... words) {
        final String text = kind + " " + String.join(" ", words);
        return bytes(text + " " + checksum(text) + "\n");
    }

    /** A line about a lane. */
    static byte[] ofLane(final String lane, final long from, final long to) {
        return of(LANE, lane, Long.toString(from), Long.toString(to));
    }

    /** The words of a line without its checksum, or empty if that does not fit. */
    static Optional<String[]> words(final String line) {
        final Matcher parts = CHECKED.matcher(line);
        return parts.matches() && checksum(parts.group(1)).equals(parts.group(2))
                ? Optional.of(parts.group(1).split(" ", -1))
                : Optional.empty();
    }

    /** A text of any length as one word. */
    static String digest(final String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checksum(final String text) {
        final CRC32 sum = new CRC32();
        sum.update(bytes(text));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
