package dev.anycarrier.engine.total;

import dev.anycarrier.spi.PassingText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes of 64 bits over texts in passing, eight bytes at a time; with another seed, another hash. */
final class TextHash {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST_PRIME = 0x9e3779b97f4a7c15L;
    private static final long SECOND_PRIME = 0xc2b2ae3d27d4eb4fL;

    private TextHash() {}

    static long of(final PassingText text, final long seed) {
        final byte[] bytes = text.array();
        final int end = text.offset() + text.length();
        long hash = seed ^ text.length() * FIRST_PRIME;
        int at = text.offset();
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            hash = mixed(hash, word(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
        }
        return finished(mixed(hash, rest));
    }

    /** Eight bytes at once. */
    static long word(final byte[] bytes, final int at) {
        return (long) WORDS.get(bytes, at);
    }

    private static long mixed(final long hash, final long word) {
        return Long.rotateLeft((hash ^ word) * FIRST_PRIME, 29);
    }

    private static long finished(final long hash) {
        final long folded = (hash ^ (hash >>> 32)) * SECOND_PRIME;
        return folded ^ (folded >>> 29);
    }
}
