package dev.anycarrier.engine.net;

import java.io.IOException;

/** Reads a body that comes in chunks (RFC 9112, 7.1); extensions and trailers are checked, bounded and dropped. */
final class ChunkedReader {

    static final int MAXIMUM_EXTENSION_BYTES = 64 * 1024;

    /** More hexadecimal digits than a {@code long} can hold for certain. */
    private static final int MAXIMUM_DIGITS = 15;

    private static final String IN_THE_BODY = "in the middle of the body";

    private final InputBuffer input;
    private int extensionBytes;

    private ChunkedReader(final InputBuffer input) {
        this.input = input;
    }

    static byte[] read(final InputBuffer input, final int bound) throws IOException {
        final ChunkedReader chunks = new ChunkedReader(input);
        final BodyBuffer body = new BodyBuffer(bound);
        for (long size = chunks.nextSize(); size > 0; size = chunks.nextSize()) {
            if (body.isTooSmallFor(size)) {
                throw input.peer().sentMoreThan(bound, "bytes of body");
            }
            body.readFrom(input, size);
            if (!input.readLine(IN_THE_BODY).isEmpty()) {
                throw input.peer().sent("a chunk that is longer than it says");
            }
        }
        HeadReader.readFields(input, IN_THE_BODY);
        return body.toBytes();
    }

    private long nextSize() throws IOException {
        final String line = input.readLine(IN_THE_BODY);
        long size = 0;
        int digits = 0;
        while (digits < line.length() && Character.digit(line.charAt(digits), 16) >= 0) {
            size = 16 * size + Character.digit(line.charAt(digits), 16);
            digits++;
            if (digits > MAXIMUM_DIGITS) {
                throw input.peer().sent("a chunk whose size is no size");
            }
        }
        if (digits == 0 || !isExtension(line, digits)) {
            throw input.peer().sent("a chunk whose size is no size");
        }
        extensionBytes += line.length() - digits;
        if (extensionBytes > MAXIMUM_EXTENSION_BYTES) {
            throw input.peer().sentMoreThan(MAXIMUM_EXTENSION_BYTES, "bytes of chunk extensions");
        }
        return size;
    }

    /** Whether the rest of a chunk's first line is nothing, or an extension after its semicolon. */
    private static boolean isExtension(final String line, final int from) {
        return from == line.length() || line.substring(from).stripLeading().startsWith(";");
    }
}
