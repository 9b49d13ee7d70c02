package dev.anycarrier.engine.net;

import java.io.IOException;
import java.util.Arrays;

/** Gathers a body whose length is bounded, growing with what has really come. Not thread-safe. */
final class BodyBuffer {

    private static final int FEW_BYTES = 1024;
    private static final int MANY_BYTES = 64 * 1024;

    private final int bound;
    private byte[] bytes;
    private int length;

    /** A buffer of which is not known how much will come. */
    BodyBuffer(final int bound) {
        this(bound, FEW_BYTES);
    }

    /**
     * A buffer.
     *
     * @param bound how many bytes it takes at most
     * @param expected how many bytes are likely to come; a large number is not believed before they do
     */
    BodyBuffer(final int bound, final long expected) {
        this.bound = bound;
        this.bytes = new byte[(int) Math.min(Math.min(expected, bound), MANY_BYTES)];
    }

    int length() {
        return length;
    }

    /** Whether that many bytes more would pass the bound. */
    boolean isTooSmallFor(final long more) {
        return more > bound - length;
    }

    /** Reads exactly that many bytes, which the bound must leave room for. */
    void readFrom(final InputBuffer input, final long count) throws IOException {
        long left = count;
        while (left > 0) {
            makeRoom();
            final int read = input.read(bytes, length, (int) Math.min(left, bytes.length - length));
            length += read;
            left -= read;
        }
    }

    /** Room for at least one byte more: an array, and where in it the free part begins is {@link #length()}. */
    byte[] makeRoom() {
        if (length == bytes.length) {
            final long doubled = Math.max(FEW_BYTES, 2L * length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, bound));
        }
        return bytes;
    }

    /** Counts bytes that were put where {@link #makeRoom()} said. */
    void added(final int count) {
        length += count;
    }

    /** The bytes gathered; the buffer must not be used afterwards. */
    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
