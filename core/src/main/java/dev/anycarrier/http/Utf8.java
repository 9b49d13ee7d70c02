package dev.anycarrier.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8 (RFC 3629): no overlong form, no surrogate, nothing beyond U+10FFFF, nothing cut off. */
final class Utf8 {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private Utf8() {}

    static boolean isValid(final byte[] bytes) {
        int at = afterAscii(bytes, 0);
        while (at < bytes.length) {
            final int length = sequenceLength(bytes, at);
            if (length == 0) {
                return false;
            }
            at = afterAscii(bytes, at + length);
        }
        return true;
    }

    /** How many UTF-16 units the text of these bytes has: what a {@link String} of it would count. */
    static int units(final byte[] bytes, final int offset, final int length) {
        int units = 0;
        for (int at = offset; at < offset + length; at++) {
            units += (bytes[at] & 0xc0) == 0x80 ? 0 : (bytes[at] & 0xf8) == 0xf0 ? 2 : 1;
        }
        return units;
    }

    private static int afterAscii(final byte[] bytes, final int from) {
        int at = from;
        while (at <= bytes.length - 32
                && (((long) EIGHT_BYTES.get(bytes, at)
                                        | (long) EIGHT_BYTES.get(bytes, at + 8)
                                        | (long) EIGHT_BYTES.get(bytes, at + 16)
                                        | (long) EIGHT_BYTES.get(bytes, at + 24))
                                & NOT_ASCII)
                        == 0) {
            at += 32;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length of the sequence that starts here with a byte that is not ASCII, or 0 if it is none. */
    private static int sequenceLength(final byte[] bytes, final int at) {
        final int first = bytes[at] & 0xff;
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        final int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (bytes.length - at < length || !mayFollow(first, bytes[at + 1] & 0xff)) {
            return 0;
        }
        for (int index = at + 2; index < at + length; index++) {
            if ((bytes[index] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private static boolean mayFollow(final int first, final int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0 && second <= 0xbf;
            case 0xed -> second >= 0x80 && second <= 0x9f;
            case 0xf0 -> second >= 0x90 && second <= 0xbf;
            case 0xf4 -> second >= 0x80 && second <= 0x8f;
            default -> (second & 0xc0) == 0x80;
        };
    }
}
