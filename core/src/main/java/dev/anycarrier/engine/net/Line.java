package dev.anycarrier.engine.net;

import java.nio.charset.StandardCharsets;

/** A line of Latin-1 where it came in, without its CR LF. Lasts until the next is read. */
final class Line {

    private final byte[] bytes;
    private final int start;
    private final int length;

    Line(final byte[] bytes, final int start, final int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    char charAt(final int index) {
        return (char) (bytes[start + index] & 0xff);
    }

    boolean startsWith(final String prefix) {
        if (length < prefix.length()) {
            return false;
        }
        for (int index = 0; index < prefix.length(); index++) {
            if (charAt(index) != prefix.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** The place of the first such character, or -1. */
    int indexOf(final char character) {
        for (int index = 0; index < length; index++) {
            if (bytes[start + index] == character) {
                return index;
            }
        }
        return -1;
    }

    /** Part of it, for good. */
    String text(final int from, final int to) {
        return new String(bytes, start + from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The same without blanks and tabs at both ends. */
    String stripped(final int from, final int to) {
        int first = from;
        int end = to;
        while (first < end && isBlank(first)) {
            first++;
        }
        while (first < end && isBlank(end - 1)) {
            end--;
        }
        return text(first, end);
    }

    private boolean isBlank(final int index) {
        return bytes[start + index] == ' ' || bytes[start + index] == '\t';
    }
}
