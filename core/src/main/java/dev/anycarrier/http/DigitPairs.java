package dev.anycarrier.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A form of eight bytes, digits and what stands between them, whose numbers of two digits are read all at once.
 *
 * @param form a zero for each digit
 * @param allowances what can be added to a byte's difference from the form before it passes 127
 */
record DigitPairs(long form, long allowances) {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final int ANY_DIGIT = 127 - 9;
    private static final int NO_OTHER = 127;

    /** A form such as {@code 00:00:00}. */
    static DigitPairs of(final String form) {
        final byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);
        final byte[] allowances = new byte[Long.BYTES];
        for (int index = 0; index < Long.BYTES; index++) {
            allowances[index] = (byte) (bytes[index] == '0' ? ANY_DIGIT : NO_OTHER);
        }
        return new DigitPairs((long) EIGHT_BYTES.get(bytes, 0), (long) EIGHT_BYTES.get(allowances, 0));
    }

    /** The pairs of these eight bytes, or a negative number if they are not of the form. */
    long pairs(final byte[] bytes, final int from) {
        final long digits = (long) EIGHT_BYTES.get(bytes, from) ^ form;
        // A sum carries into the next byte only out of one that is no ASCII, which is refused for itself.
        if (((digits | (digits + allowances)) & HIGH_BITS) != 0) {
            return -1;
        }
        return digits * 10 + (digits >>> Byte.SIZE);
    }

    /** The number of two digits of which the first stands there. */
    static int pair(final long pairs, final int index) {
        return (int) (pairs >>> (Byte.SIZE * index)) & 0x7f;
    }
}
