package dev.anycarrier.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 that keeps halves of surrogate pairs apart, where the JDK makes the same question mark of all of them. */
final class LoneSurrogates {

    private static final char REPLACEMENT = '\ufffd';

    private LoneSurrogates() {}

    static byte[] encode(final String text) {
        final byte[] usual = text.getBytes(StandardCharsets.UTF_8);
        if (!hasQuestionMark(usual) || !hasLone(text)) {
            return usual;
        }
        final byte[] bytes = new byte[3 * text.length()];
        int length = 0;
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            final int point = text.codePointAt(index);
            if (isSurrogate(point)) {
                bytes[length++] = (byte) 0xed;
                bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                bytes[length++] = (byte) (0x80 | (point & 0x3f));
            } else {
                final byte[] plain = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(plain, 0, bytes, length, plain.length);
                length += plain.length;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    /** To look at bytes takes less than to look at characters. */
    private static boolean hasQuestionMark(final byte[] bytes) {
        for (final byte each : bytes) {
            if (each == '?') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLone(final String text) {
        for (int index = 0; index < text.length(); index++) {
            final char unit = text.charAt(index);
            if (Character.isSurrogate(unit)) {
                if (isSurrogate(text.codePointAt(index))) {
                    return true;
                }
                index++;
            }
        }
        return false;
    }

    static String decode(final byte[] bytes, final int offset, final int length) {
        final String plain = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return plain.indexOf(REPLACEMENT) < 0 ? plain : decodeApart(bytes, offset, offset + length);
    }

    private static String decodeApart(final byte[] bytes, final int start, final int end) {
        final StringBuilder text = new StringBuilder(end - start);
        int plain = start;
        for (int index = start; index + 2 < end; index++) {
            if (bytes[index] == (byte) 0xed && (bytes[index + 1] & 0xe0) == 0xa0) {
                text.append(new String(bytes, plain, index - plain, StandardCharsets.UTF_8))
                        .append((char) (0xd000 | ((bytes[index + 1] & 0x3f) << 6) | (bytes[index + 2] & 0x3f)));
                plain = index + 3;
            }
        }
        return text.append(new String(bytes, plain, end - plain, StandardCharsets.UTF_8))
                .toString();
    }

    private static boolean isSurrogate(final int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
