package dev.anycarrier.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The field names of one kind of object, for {@link JsonScanner#beginObject}. Made once and kept, since it learns in
 * which order a carrier sends them; thread-safe.
 */
public final class JsonNames {

    /** Of what is no object. */
    static final JsonNames NONE = new JsonNames(List.of(), 0);

    /** The index of a name that is not one of these. */
    static final int UNKNOWN = -1;

    /** Where no name was read yet, in place of an index. */
    static final int BEFORE_FIRST = -2;

    private static final int MOST = 64;

    private final List<String> names;
    private final byte[][] closed;
    private final long required;

    /**
     * Which name came last time after each; a guess that is always checked, so that threads may race to write it.
     */
    private final byte[] following;

    private JsonNames(final List<String> names, final long required) {
        this.names = names;
        this.required = required;
        this.closed = names.stream()
                .map(name -> (name + '"').getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.following = new byte[names.size() + 2];
        for (int index = 0; index + 1 < names.size(); index++) {
            following[slot(index)] = (byte) (index + 1);
        }
    }

    /**
     * Names, none of them required.
     *
     * @param names from 1 to 64, each once, without quote, backslash or control character
     * @throws IllegalArgumentException if they are not so
     */
    public static JsonNames of(final String... names) {
        final List<String> list = List.of(names);
        if (list.isEmpty() || list.size() > MOST || list.stream().distinct().count() < list.size()) {
            throw new IllegalArgumentException("from 1 to " + MOST + " names, each once, not " + list);
        }
        if (list.stream().flatMapToInt(String::chars).anyMatch(JsonNames::needsEscape)) {
            throw new IllegalArgumentException("a name needs no escape in JSON, not " + list);
        }
        return new JsonNames(list, 0);
    }

    private static boolean needsEscape(final int character) {
        return character == '"' || character == '\\' || character < ' ' || Character.isSurrogate((char) character);
    }

    /**
     * The same names, some of which must come with a value that is not null.
     *
     * @throws IllegalArgumentException if one is none of the names
     */
    public JsonNames requiring(final String... requiredNames) {
        long mask = required;
        for (final String name : requiredNames) {
            final int index = names.indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("none of " + names + ": " + name);
            }
            mask |= 1L << index;
        }
        return new JsonNames(names, mask);
    }

    String name(final int index) {
        return names.get(index);
    }

    boolean requires(final int index) {
        return index >= 0 && (required & (1L << index)) != 0;
    }

    /** The index of a required name that is not among those seen (bit by index), or {@link #UNKNOWN} if there is none. */
    int missing(final long seen) {
        final long missing = required & ~seen;
        return missing == 0 ? UNKNOWN : Long.numberOfTrailingZeros(missing);
    }

    /** Which name came last time after this one. */
    int guess(final int previous) {
        return following[slot(previous)];
    }

    /** Where a name ends that starts here, its closing quote included, or 0 if it does not. */
    int end(final int index, final byte[] body, final int start) {
        final byte[] name = closed[index];
        final int end = start + name.length;
        return end <= body.length && Arrays.equals(body, start, end, name, 0, name.length) ? end : 0;
    }

    /** The index of the name that has these bytes, remembered as the one that comes after the previous. */
    int find(final int previous, final byte[] array, final int offset, final int length) {
        for (int index = 0; index < closed.length; index++) {
            final byte[] name = closed[index];
            if (name.length == length + 1 && Arrays.equals(array, offset, offset + length, name, 0, length)) {
                following[slot(previous)] = (byte) index;
                return index;
            }
        }
        return UNKNOWN;
    }

    private static int slot(final int previous) {
        return previous - BEFORE_FIRST;
    }
}
