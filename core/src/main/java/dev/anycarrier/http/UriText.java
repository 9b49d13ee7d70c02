package dev.anycarrier.http;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of one address in the making. Every method says whether it could write what it was given just as Feign writes
 * it; after a false the text is of no use.
 */
final class UriText {

    private final StringBuilder text;
    private char separator = '?';

    /** Empty, with room for so many characters. */
    UriText(final int expected) {
        this.text = new StringBuilder(expected);
    }

    /** The address up to the query. */
    boolean path(final ArgumentText path, final @Nullable Object[] arguments) {
        return path.appendTo(text, arguments);
    }

    /** A parameter of the query, left out if it is nothing but an argument that is null. */
    boolean parameter(final ArgumentText parameter, final @Nullable Object[] arguments) {
        if (parameter.isLeftOut(arguments)) {
            return true;
        }
        separate();
        return parameter.appendTo(text, arguments);
    }

    /** The parameters in a map, in its order: one for each element of a collection, none for null. */
    boolean parameters(final @Nullable Object map) {
        if (!(map instanceof Map<?, ?> parameters)) {
            return false;
        }
        for (final Map.Entry<?, ?> parameter : parameters.entrySet()) {
            if (!parameters(parameter.getKey(), parameter.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean parameters(final @Nullable Object name, final @Nullable Object value) {
        if (!(name instanceof String)) {
            return false;
        }
        if (!(value instanceof Collection<?> values)) {
            return value == null || parameter(name, value);
        }
        for (final Object element : values) {
            if (!parameter(name, element)) {
                return false;
            }
        }
        return true;
    }

    private boolean parameter(final Object name, final @Nullable Object value) {
        separate();
        final boolean named = PercentEncoding.append(text, name, PercentEncoding.WITHOUT_SLASHES);
        text.append('=');
        return named && PercentEncoding.append(text, value, PercentEncoding.WITHOUT_SLASHES);
    }

    private void separate() {
        text.append(separator);
        separator = '&';
    }

    /** The text as it is now. */
    @Override
    public String toString() {
        return text.toString();
    }
}
