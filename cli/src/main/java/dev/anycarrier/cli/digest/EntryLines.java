package dev.anycarrier.cli.digest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Reads entries, one a line, once and in order. Holds one line at a time, and of that no more than a mebibyte. */
public final class EntryLines {

    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    /**
     * Of a stream, which whoever made it closes.
     *
     * @param in buffered JSON lines in UTF-8
     */
    public EntryLines(final InputStream in) {
        this.in = Objects.requireNonNull(in, "in");
    }

    /**
     * The next line that is not empty, or empty at the end.
     *
     * @throws IOException if the stream cannot be read
     */
    public Optional<Line> next() throws IOException {
        while (readLine()) {
            if (line.size() > LONGEST) {
                return Optional.of(new Line.Bad(number, "longer than " + LONGEST + " bytes"));
            }
            try {
                final String text = text();
                if (!text.isBlank()) {
                    return Optional.of(new Line.Said(number, EntryJson.read(text)));
                }
            } catch (final CharacterCodingException e) {
                return Optional.of(new Line.Bad(number, "not UTF-8"));
            } catch (final IllegalArgumentException e) {
                return Optional.of(new Line.Bad(number, String.valueOf(e.getMessage())));
            }
        }
        return Optional.empty();
    }

    private boolean readLine() throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        number++;
        while (next >= 0 && next != '\n') {
            if (line.size() <= LONGEST) {
                line.write(next);
            }
            next = in.read();
        }
        return true;
    }

    private String text() throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    /** What a line came to. */
    public sealed interface Line {

        /**
         * A line that can be read.
         *
         * @param number its place, from 1
         * @param entry what it says
         */
        record Said(long number, Entry entry) implements Line {}

        /**
         * A line that cannot.
         *
         * @param number its place, from 1
         * @param problem why, in words of ours
         */
        record Bad(long number, String problem) implements Line {}
    }
}
