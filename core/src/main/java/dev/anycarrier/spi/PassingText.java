package dev.anycarrier.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * A text in passing: a run of UTF-8 bytes inside a longer answer, so that it can be compared, hashed or counted without
 * being copied. Its content lasts until the next text is read by whoever handed it out; keep {@link #text()} instead.
 *
 * <p>It may be personal data: {@link #toString()} says how long it is, never what it says. Equal by identity only. Not
 * thread-safe.
 *
 * <p>Half of a surrogate pair, which JSON can escape and UTF-8 cannot say, stands there in the three bytes that its
 * number would have.
 */
public final class PassingText {

    private static final byte[] NOTHING = {};
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_HALVES = 0xf0f0_f0f0_f0f0_f0f0L;
    private static final long SIXES = 0x0606_0606_0606_0606L;
    private static final long THREES = 0x3333_3333_3333_3333L;

    private byte[] array = NOTHING;
    private int offset;
    private int length;

    /** An empty text. */
    public PassingText() {}

    /** A text that lasts until it is set. */
    public static PassingText of(final String text) {
        final byte[] bytes = LoneSurrogates.encode(text);
        final PassingText passing = new PassingText();
        passing.set(bytes, 0, bytes.length);
        return passing;
    }

    /**
     * Makes this the text of other bytes, for those who read answers. Whether the array has them is not checked here.
     *
     * @param newArray where it is, not copied
     * @param newOffset its first byte
     * @param newLength how many bytes
     */
    public void set(final byte[] newArray, final int newOffset, final int newLength) {
        // Most texts of an answer are in one array, and storing a reference costs more than comparing it.
        if (array != newArray) {
            array = newArray;
        }
        offset = newOffset;
        length = newLength;
    }

    /** Makes this an empty text. */
    public void clear() {
        length = 0;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /**
     * One of its bytes.
     *
     * @param index from 0
     * @throws IndexOutOfBoundsException if it has no such byte
     */
    public byte at(final int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** The array in which it is, for those who compare or hash without copying: it must not be changed. */
    public byte[] array() {
        return array;
    }

    /** Where in {@link #array()} its first byte is. */
    public int offset() {
        return offset;
    }

    /**
     * Whether it has these bytes and no others.
     *
     * @param other an array that holds them
     * @param otherOffset the first of them
     * @param otherLength how many
     * @throws IndexOutOfBoundsException if the array has no such range
     */
    public boolean contentEquals(final byte[] other, final int otherOffset, final int otherLength) {
        return Arrays.equals(array, offset, offset + length, other, otherOffset, otherOffset + otherLength);
    }

    /** Whether it is nothing but the digits 0 to 9; so is an empty one. */
    public boolean isDigits() {
        final int end = offset + length;
        int at = offset;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            final long eight = (long) EIGHT_BYTES.get(array, at);
            // The upper half of a digit is a 3, also if 6 is added to it.
            if (((eight & HIGH_HALVES) | (((eight + SIXES) & HIGH_HALVES) >>> 4)) != THREES) {
                return false;
            }
        }
        while (at < end && array[at] >= '0' && array[at] <= '9') {
            at++;
        }
        return at == end;
    }

    /** Whether it is empty or only white space, as {@link String#isBlank()} says. */
    public boolean isBlank() {
        for (int index = offset; index < offset + length; index++) {
            final byte character = array[index];
            if (character < 0) {
                return text().isBlank();
            }
            // Nothing in ASCII behind the space is white.
            if (character > ' ' || !Character.isWhitespace(character)) {
                return false;
            }
        }
        return true;
    }

    /** A copy that stays. */
    public String text() {
        return LoneSurrogates.decode(array, offset, length);
    }

    /** Its length only. */
    @Override
    public String toString() {
        return "PassingText of " + length + " bytes";
    }
}
