package dev.anycarrier.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request or an answer, in order. Names are compared without regard to case (RFC 9110, 5.1).
 * Immutable; {@link #toString()} lists names only.
 */
public final class HttpHeaders {

    private static final HttpHeaders NONE = new HttpHeaders(List.of());
    private static final boolean[] TOKEN_CHARACTERS = tokenCharacters();

    private final List<Field> fields;

    /** What was made of these fields last, since a client asks the same of them for each request; it does not matter who writes it. */
    private @Nullable WithOnly latest;

    private HttpHeaders(final List<Field> fields) {
        this.fields = fields;
    }

    private static boolean[] tokenCharacters() {
        final boolean[] token = new boolean['~' + 1];
        Arrays.fill(token, '0', '9' + 1, true);
        Arrays.fill(token, 'A', 'Z' + 1, true);
        Arrays.fill(token, 'a', 'z' + 1, true);
        "!#$%&'*+-.^_`|~".chars().forEach(character -> token[character] = true);
        return token;
    }

    /** No fields. */
    public static HttpHeaders none() {
        return NONE;
    }

    /** Begins to gather fields. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * These fields and one more.
     *
     * @throws IllegalArgumentException if the name is not a token, or the value holds a control character or anything
     *     beyond Latin-1; the message does not repeat the value
     */
    public HttpHeaders with(final String name, final String value) {
        final List<Field> more = new ArrayList<>(fields.size() + 1);
        more.addAll(fields);
        more.add(new Field(name, value));
        return new HttpHeaders(List.copyOf(more));
    }

    /** These fields without any of the given name. */
    public HttpHeaders without(final String name) {
        final List<Field> left = new ArrayList<>(fields);
        return left.removeIf(field -> field.name.equalsIgnoreCase(name)) ? new HttpHeaders(List.copyOf(left)) : this;
    }

    /**
     * These fields with this one alone of its name, as the last.
     *
     * @throws IllegalArgumentException as {@link #with}
     */
    HttpHeaders withOnly(final String name, final String value) {
        final WithOnly known = latest;
        if (known != null && known.name.equals(name) && known.value.equals(value)) {
            return known.headers;
        }
        final HttpHeaders headers = without(name).with(name, value);
        latest = new WithOnly(name, value, headers);
        return headers;
    }

    /** The value of the first field of that name. */
    public Optional<String> first(final String name) {
        for (final Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return Optional.of(field.value);
            }
        }
        return Optional.empty();
    }

    /** The values of all fields of that name, in order. */
    public List<String> all(final String name) {
        List<String> values = List.of();
        for (final Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(field.value);
            }
        }
        return values.isEmpty() ? values : Collections.unmodifiableList(values);
    }

    /** Calls the consumer with name and value of each field, in order. */
    public void forEach(final BiConsumer<String, String> consumer) {
        for (final Field field : fields) {
            consumer.accept(field.name, field.value);
        }
    }

    /** The names, never a value. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).toList().toString();
    }

    /** Gathers fields, in order. Not thread-safe. */
    public static final class Builder {

        private final List<Field> fields = new ArrayList<>();

        private Builder() {}

        /**
         * One more field.
         *
         * @throws IllegalArgumentException as {@link HttpHeaders#with}
         */
        public Builder add(final String name, final String value) {
            fields.add(new Field(name, value));
            return this;
        }

        /** The fields. */
        public HttpHeaders build() {
            return new HttpHeaders(List.copyOf(fields));
        }
    }

    private record WithOnly(String name, String value, HttpHeaders headers) {}

    private record Field(String name, String value) {
        Field {
            Objects.requireNonNull(value, "value");
            if (!isToken(name)) {
                throw new IllegalArgumentException("a header's name has only token characters (RFC 9110)");
            }
            if (!fitsHeader(value)) {
                throw new IllegalArgumentException(
                        "the value of header " + name + " holds a character that no header can carry");
            }
        }

        private static boolean isToken(final String name) {
            for (int i = 0; i < name.length(); i++) {
                final char character = name.charAt(i);
                if (character >= TOKEN_CHARACTERS.length || !TOKEN_CHARACTERS[character]) {
                    return false;
                }
            }
            return !name.isEmpty();
        }

        private static boolean fitsHeader(final String value) {
            for (int i = 0; i < value.length(); i++) {
                final char character = value.charAt(i);
                if ((character < ' ' && character != '\t') || character == 127 || character > 255) {
                    return false;
                }
            }
            return true;
        }
    }
}
