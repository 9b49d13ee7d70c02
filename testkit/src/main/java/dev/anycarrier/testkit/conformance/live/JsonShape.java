package dev.anycarrier.testkit.conformance.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What JSON documents have in common, without what they say: which fields there are, how often, and of which types. Of
 * texts, only single words are kept, since states and units are written so. Immutable.
 *
 * @param documents how many there are
 * @param fields every field by its path; elements of an array share theirs
 */
record JsonShape(int documents, Map<String, Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z_]{1,23}|[a-z][a-z_]{1,23}");

    JsonShape {
        fields = Map.copyOf(fields);
    }

    /**
     * A field.
     *
     * @param documents in how many documents it is
     * @param types the types it has
     * @param words the single words it holds
     * @param isWord whether it never holds anything else
     */
    record Field(int documents, Set<String> types, Set<String> words, boolean isWord) {

        Field {
            types = Set.copyOf(types);
            words = Set.copyOf(words);
        }

        Field inSameDocument(final Field other) {
            return new Field(1, union(types, other.types), union(words, other.words), isWord && other.isWord);
        }

        Field and(final Field other) {
            final Field both = inSameDocument(other);
            return new Field(documents + other.documents, both.types, both.words, both.isWord);
        }
    }

    static JsonShape none() {
        return new JsonShape(0, Map.of());
    }

    /** The shape of one document; none if it is not JSON. */
    static JsonShape of(final byte[] document) {
        final Map<String, Field> fields = new TreeMap<>();
        try {
            collect("", JSON.readTree(document), fields);
        } catch (final IOException e) {
            return none();
        }
        return new JsonShape(1, fields);
    }

    JsonShape and(final JsonShape other) {
        final Map<String, Field> both = new TreeMap<>(fields);
        other.fields.forEach((path, field) -> both.merge(path, field, Field::and));
        return new JsonShape(documents + other.documents, both);
    }

    private static void collect(final String path, final JsonNode node, final Map<String, Field> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, fields));
        }
        if (!path.isEmpty()) {
            fields.merge(path, field(node), Field::inSameDocument);
        }
    }

    private static Field field(final JsonNode node) {
        final boolean isWord =
                node.isTextual() && WORD.matcher(node.textValue()).matches();
        return new Field(
                1,
                Set.of(node.getNodeType().name().toLowerCase(Locale.ROOT)),
                isWord ? Set.of(node.textValue()) : Set.of(),
                isWord || node.isNull());
    }

    private static Set<String> union(final Set<String> some, final Set<String> others) {
        final Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }
}
