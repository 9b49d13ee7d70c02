package dev.anycarrier.http;

import dev.anycarrier.spi.PassingText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One name as carriers write it, with its quotes and colon and no blanks, ready to be compared eight bytes at a time. */
final class JsonName {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int COMPARED_AT_ONCE = 16;

    final int index;

    /** Where it stands among the names that came. */
    final long bit;

    /** How long its last text was: a guess that is always checked, so that threads may race to write it. */
    int usualLength;

    private final byte[] written;
    private final int length;
    private final long head;
    private final long headMask;
    private final long tail;
    private final long tailMask;

    JsonName(final String name, final int index) {
        this.index = index;
        this.bit = 1L << index;
        written = ('"' + name + "\":").getBytes(StandardCharsets.UTF_8);
        length = written.length;
        final byte[] padded = Arrays.copyOf(written, Math.max(length, COMPARED_AT_ONCE));
        head = (long) EIGHT_BYTES.get(padded, 0);
        tail = (long) EIGHT_BYTES.get(padded, 8);
        headMask = mask(length);
        tailMask = mask(length - 8);
    }

    private static long mask(final int bytes) {
        return bytes >= 8 ? -1 : bytes <= 0 ? 0 : (1L << (8 * bytes)) - 1;
    }

    /** Where its value begins, if it is written here in the usual way, or 0. */
    int valueAfter(final byte[] body, final int start) {
        final int end = start + length;
        if (start > body.length - COMPARED_AT_ONCE || length > COMPARED_AT_ONCE) {
            return end <= body.length && Arrays.equals(body, start, end, written, 0, length) ? end : 0;
        }
        final long differences = (((long) EIGHT_BYTES.get(body, start) ^ head) & headMask)
                | (((long) EIGHT_BYTES.get(body, start + 8) ^ tail) & tailMask);
        return differences == 0 ? end : 0;
    }

    boolean is(final PassingText name) {
        return name.contentEquals(written, 1, length - 3);
    }
}
