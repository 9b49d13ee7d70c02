package dev.anycarrier.http;

import dev.anycarrier.spi.PassingText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The field names of one kind of object, for {@link JsonScanner#beginObject}. Made once and kept, since it learns in
 * which order a carrier sends them; thread-safe.
 */
public final class JsonNames {

    /** Of what is no object. */
    static final JsonNames NONE = new JsonNames(List.of(""), 0);

    /** The index of a name that is not one of these. */
    static final int UNKNOWN = -1;

    /** Where no name was read yet, in place of an index. */
    static final int BEFORE_FIRST = -2;

    private static final int MOST = 64;

    private final List<String> names;
    private final JsonName[] fields;
    private final long required;

    /** Which came last time after each: a guess that is always checked, so that threads may race to write it. */
    private final JsonName[] guesses;

    private JsonNames(final List<String> names, final long required) {
        this.names = names;
        this.required = required;
        this.fields = IntStream.range(0, names.size())
                .mapToObj(index -> new JsonName(names.get(index), index))
                .toArray(JsonName[]::new);
        this.guesses = new JsonName[names.size() + 2];
        Arrays.fill(guesses, fields[0]);
        for (int index = 1; index < fields.length; index++) {
            guesses[slot(index - 1)] = fields[index];
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

    /** The name that came last time after the one of this index. */
    JsonName guess(final int previous) {
        return guesses[slot(previous)];
    }

    /** The one that is this name, or null; remembered as the one that comes after the one of that index. */
    @Nullable
    JsonName find(final int previous, final PassingText name) {
        for (final JsonName field : fields) {
            if (field.is(name)) {
                guesses[slot(previous)] = field;
                return field;
            }
        }
        return null;
    }

    private static int slot(final int previous) {
        return previous - BEFORE_FIRST;
    }
}
