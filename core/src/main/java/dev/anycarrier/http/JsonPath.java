package dev.anycarrier.http;

import java.util.regex.Pattern;

/** Writes where in a document something is, such as {@code usage[3].bytes}; what a carrier made up is never shown. */
final class JsonPath {

    private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    private final StringBuilder path = new StringBuilder();

    JsonPath name(final String name) {
        if (path.length() > 0) {
            path.append('.');
        }
        path.append(SHOWABLE.matcher(name).matches() ? name : "…");
        return this;
    }

    JsonPath element(final int index) {
        path.append('[').append(index).append(']');
        return this;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
