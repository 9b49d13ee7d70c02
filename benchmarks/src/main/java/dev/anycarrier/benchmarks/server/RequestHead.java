package dev.anycarrier.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds its way in the bytes of a request. */
final class RequestHead {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,6})\r\n");

    private RequestHead() {}

    /** The index after the empty line that ends a head, or -1 if it has not arrived yet. */
    static int end(final byte[] bytes, final int begin, final int end) {
        for (int i = begin + 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The index of the next space. */
    static int space(final byte[] bytes, final int begin, final int end) {
        int i = begin;
        while (i < end && bytes[i] != ' ') {
            i++;
        }
        return i;
    }

    /** How many bytes follow the head; this looks only where the method is one that has a body. */
    static int bodyLength(final byte[] bytes, final int begin, final int end) {
        if (bytes[begin] == 'G') {
            return 0;
        }
        final Matcher length = LENGTH.matcher(
                new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }
}
