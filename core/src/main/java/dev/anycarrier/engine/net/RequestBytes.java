package dev.anycarrier.engine.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a request as they come together. For one thread. */
final class RequestBytes {

    private static final int DELETE = 127;

    private byte[] bytes;
    private int length;

    /** None yet, with room for so many. */
    RequestBytes(final int expected) {
        this.bytes = new byte[expected];
    }

    int length() {
        return length;
    }

    /** Adds characters of ISO 8859-1, one byte for each. */
    RequestBytes add(final String text) {
        // A loop over the characters kept a cold JVM's compiler busy for each place that it was called from.
        add(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /**
     * Adds characters that have to be of ASCII and visible.
     *
     * @return whether they are; else what was added is of no use
     */
    boolean addVisible(final String text) {
        final int from = length;
        // To look at bytes takes less than to look at characters. What has no bytes of its own becomes a question mark.
        add(text.getBytes(StandardCharsets.UTF_8));
        for (int index = from; index < length; index++) {
            if (bytes[index] <= ' '
                    || bytes[index] == DELETE
                    || (bytes[index] == '?' && text.charAt(index - from) != '?')) {
                return false;
            }
        }
        return true;
    }

    void add(final byte[] more) {
        makeRoom(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes all of them in one piece. */
    void writeTo(final OutputStream output) throws IOException {
        output.write(bytes, 0, length);
        output.flush();
    }

    private void makeRoom(final int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}
