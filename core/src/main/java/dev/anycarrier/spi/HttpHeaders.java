package dev.anycarrier.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The header fields of a request or an answer, in order. Names are compared without regard to case (RFC 9110, 5.1).
 * Immutable; {@link #toString()} lists names only.
 */
public final class HttpHeaders {

    private static final HttpHeaders NONE = new HttpHeaders(List.of());
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final List<Field> fields;

    private HttpHeaders(final List<Field> fields) {
        this.fields = fields;
    }

    /** No fields. */
    public static HttpHeaders none() {
        return NONE;
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
        return new HttpHeaders(fields.stream()
                .filter(field -> !field.name.equalsIgnoreCase(name))
                .toList());
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
        return fields.stream()
                .filter(field -> field.name.equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Calls the consumer with name and value of each field, in order. */
    public void forEach(final BiConsumer<String, String> consumer) {
        fields.forEach(field -> consumer.accept(field.name, field.value));
    }

    /** The names, never a value. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).toList().toString();
    }

    private record Field(String name, String value) {
        Field {
            Objects.requireNonNull(value, "value");
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a header's name has only token characters (RFC 9110)");
            }
            if (!value.chars().allMatch(Field::fitsHeader)) {
                throw new IllegalArgumentException(
                        "the value of header " + name + " holds a character that no header can carry");
            }
        }

        private static boolean fitsHeader(final int character) {
            return character == '\t' || (character >= ' ' && character != 127 && character <= 255);
        }
    }
}
