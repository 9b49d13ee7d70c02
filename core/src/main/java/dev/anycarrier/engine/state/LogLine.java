package dev.anycarrier.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The lines of a state file: a header with the version, then for each entry its checksum, a space and its JSON. */
final class LogLine {

    /** The name before the version. */
    static final String NAME = "anycarrier-state ";

    /** The first line, without its end. */
    static final String HEADER = NAME + "1";

    /** No line is longer, in bytes. */
    static final int LONGEST = 16 << 20;

    /** Where the JSON begins. */
    static final int JSON_START = 9;

    private LogLine() {}

    /** A whole line, its end included. */
    static byte[] of(final String json) {
        final byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
        return (checksum(bytes, 0) + " " + json + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a line without its end.
     *
     * @throws IllegalArgumentException if it is none; the message says why and repeats nothing of it
     */
    static EntryCodec.Line read(final byte[] line) {
        if (line.length <= JSON_START
                || !new String(line, 0, JSON_START, StandardCharsets.ISO_8859_1)
                        .equals(checksum(line, JSON_START) + " ")) {
            throw new IllegalArgumentException("its checksum does not fit");
        }
        return EntryCodec.read(line, JSON_START);
    }

    private static String checksum(final byte[] bytes, final int from) {
        final CRC32 checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
