package dev.anycarrier.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value into an address (RFC 3986, 2.1), where there is one way only to do it. Values that are none or many,
 * empty, beyond ASCII or perhaps encoded already are refused.
 */
final class PercentEncoding {

    /** Slashes are written as they are, as Feign writes named arguments. */
    static final boolean WITH_SLASHES = true;

    /** Slashes are encoded, as Feign writes what is in a map. */
    static final boolean WITHOUT_SLASHES = false;

    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Appends a value's text; false if it is refused, and then a part of it may have been appended. */
    static boolean append(final StringBuilder uri, final @Nullable Object value, final boolean withSlashes) {
        if (value == null
                || value instanceof Iterable
                || value instanceof Map
                || value instanceof Optional
                || value instanceof Object[]) {
            return false;
        }
        final String text = value.toString();
        int written = 0;
        for (int index = 0; index < text.length(); index++) {
            final char character = text.charAt(index);
            if (isUnreserved(character) || (withSlashes && character == '/')) {
                continue;
            }
            if (character == '%' || character > '~') {
                return false;
            }
            uri.append(text, written, index)
                    .append('%')
                    .append(HEXADECIMAL.charAt(character >> 4))
                    .append(HEXADECIMAL.charAt(character & 15));
            written = index + 1;
        }
        uri.append(written == 0 ? text : text.substring(written));
        return !text.isEmpty();
    }

    private static boolean isUnreserved(final char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '-'
                || character == '.'
                || character == '_'
                || character == '~';
    }
}
