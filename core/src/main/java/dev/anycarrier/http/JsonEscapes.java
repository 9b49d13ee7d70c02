package dev.anycarrier.http;

import java.util.Arrays;

/** Decodes texts with escapes into an array of its own, which the next one overwrites. */
final class JsonEscapes {

    private static final int ROOM_FOR_ESCAPE = 4;
    private static final byte[] NOTHING = {};

    private final JsonBytes bytes;
    private byte[] text = NOTHING;
    private int length;
    private boolean loneSurrogate;

    JsonEscapes(final JsonBytes bytes) {
        this.bytes = bytes;
    }

    byte[] array() {
        return text;
    }

    int length() {
        return length;
    }

    /** Whether half of a surrogate pair stands alone in it. */
    boolean hasLoneSurrogate() {
        return loneSurrogate;
    }

    /**
     * Decodes a text.
     *
     * @param start its first byte
     * @param firstEscape its first backslash
     * @return where its closing quote is
     */
    int decode(final int start, final int firstEscape) {
        length = 0;
        loneSurrogate = false;
        int plain = start;
        int at = firstEscape;
        while (true) {
            append(bytes.body, plain, at);
            if (bytes.body[at] == '"') {
                return at;
            }
            plain = decodeOne(at + 1);
            at = bytes.quoteOrBackslash(plain);
        }
    }

    private void append(final byte[] body, final int from, final int to) {
        final int needed = length + to - from + ROOM_FOR_ESCAPE;
        if (needed > text.length) {
            text = Arrays.copyOf(text, 2 * needed);
        }
        System.arraycopy(body, from, text, length, to - from);
        length += to - from;
    }

    /** Decodes the escape whose letter is here, and returns what is behind it. */
    private int decodeOne(final int at) {
        final byte letter = bytes.byteAt(at);
        if (letter == 'u') {
            return decodeUnits(at);
        }
        text[length++] = switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw JsonBytes.problem(at);
        };
        return at + 1;
    }

    private int decodeUnits(final int at) {
        final char unit = unit(at + 1);
        final int behind = at + 5;
        if (Character.isHighSurrogate(unit) && bytes.byteAt(behind) == '\\' && bytes.byteAt(behind + 1) == 'u') {
            final char second = unit(behind + 2);
            if (Character.isLowSurrogate(second)) {
                appendPoint(Character.toCodePoint(unit, second));
                return behind + 6;
            }
        }
        loneSurrogate |= Character.isSurrogate(unit);
        appendPoint(unit);
        return behind;
    }

    private char unit(final int from) {
        int unit = 0;
        for (int at = from; at < from + 4; at++) {
            final byte letter = bytes.byteAt(at);
            final int digit = letter < 0 ? -1 : Character.digit((char) letter, 16);
            if (digit < 0) {
                throw JsonBytes.problem(at);
            }
            unit = (unit << 4) | digit;
        }
        return (char) unit;
    }

    /** Half of a surrogate pair becomes the three bytes of its number: UTF-8 has none for it. */
    private void appendPoint(final int point) {
        if (point < 0x80) {
            text[length++] = (byte) point;
        } else if (point < 0x800) {
            text[length++] = (byte) (0xc0 | (point >> 6));
            text[length++] = continuation(point);
        } else if (point < 0x1_0000) {
            text[length++] = (byte) (0xe0 | (point >> 12));
            text[length++] = continuation(point >> 6);
            text[length++] = continuation(point);
        } else {
            text[length++] = (byte) (0xf0 | (point >> 18));
            text[length++] = continuation(point >> 12);
            text[length++] = continuation(point >> 6);
            text[length++] = continuation(point);
        }
    }

    private static byte continuation(final int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }
}
