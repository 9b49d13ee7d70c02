package dev.anycarrier.engine.total;

import dev.anycarrier.spi.PassingText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The last text's hash of 128 bits, eight bytes at a time and both halves side by side. Not thread-safe. */
final class TextHash {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST_PRIME = 0x9e3779b97f4a7c15L;
    private static final long SECOND_PRIME = 0xc2b2ae3d27d4eb4fL;

    private long high;
    private long low;

    /** One half. */
    long high() {
        return high;
    }

    /** The other half. */
    long low() {
        return low;
    }

    /** Takes a text. */
    void of(final PassingText text) {
        final byte[] bytes = text.array();
        final int length = text.length();
        final int end = text.offset() + length;
        long first = length * FIRST_PRIME;
        long second = length * SECOND_PRIME;
        int at = text.offset();
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            final long word = word(bytes, at);
            first = Long.rotateLeft((first ^ word) * FIRST_PRIME, 29);
            second = Long.rotateLeft((second ^ word) * SECOND_PRIME, 31);
        }
        final long rest = rest(bytes, at, end);
        high = finished((first ^ rest) * FIRST_PRIME);
        low = finished((second ^ rest) * SECOND_PRIME);
    }

    /** Eight bytes at once. */
    static long word(final byte[] bytes, final int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** Fewer than eight bytes at once. */
    static long rest(final byte[] bytes, final int from, final int end) {
        if (from == end) {
            return 0;
        }
        if (end >= Long.BYTES) {
            // Those before it belong to somebody else, and are shifted out.
            return word(bytes, end - Long.BYTES) >>> (Byte.SIZE * (Long.BYTES - (end - from)));
        }
        long rest = 0;
        for (int at = end - 1; at >= from; at--) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
        }
        return rest;
    }

    private static long finished(final long hash) {
        final long folded = (hash ^ (hash >>> 32)) * SECOND_PRIME;
        return folded ^ (folded >>> 29);
    }
}
