package dev.anycarrier.cli;

import dev.anycarrier.usage.SimRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads SIMs, one a line, {@code account:id} in UTF-8. White space around it, empty lines and those that begin with
 * {@code #} are passed over. Holds one line at a time, and of that no more than could be a SIM.
 */
final class InputLines implements AutoCloseable {

    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 4 * LONGEST;
    private static final String TOO_LONG = "longer than " + LONGEST + " characters";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String COMMENT = "#";

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    InputLines(final InputStream in) {
        this.in = in;
    }

    /** The next line that says something, or empty at the end. */
    Optional<InputLine> next() throws IOException {
        while (readLine()) {
            if (line.size() > MOST_BYTES) {
                return bad(TOO_LONG);
            }
            try {
                final String text = text();
                if (text.length() > LONGEST) {
                    return bad(TOO_LONG);
                }
                if (!text.isEmpty() && !text.startsWith(COMMENT)) {
                    return Optional.of(new InputLine.Sim(number, SimRef.parse(text)));
                }
            } catch (final CharacterCodingException e) {
                return bad("not UTF-8");
            } catch (final IllegalArgumentException e) {
                return bad(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean readLine() throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        number++;
        while (next >= 0 && next != '\n') {
            if (line.size() <= MOST_BYTES) {
                line.write(next);
            }
            next = in.read();
        }
        return true;
    }

    private String text() throws CharacterCodingException {
        final String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
        return (number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
    }

    private Optional<InputLine> bad(final String problem) {
        return Optional.of(new InputLine.Bad(number, problem));
    }
}
