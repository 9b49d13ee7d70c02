package dev.anycarrier.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.anycarrier.usage.RawJson;
import java.time.Instant;
import java.util.Optional;

/** Writes JSON in ASCII alone (everything else is escaped), so that no terminal and no locale can spoil it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter INDENTED = MAPPER.writer(
            new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));
    private static final ObjectWriter COMPACT = MAPPER.writer();

    private Json() {}

    /** An object without members. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An array without elements. */
    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The JSON on several lines, for a document of its own. */
    public static String document(final JsonNode json) {
        return write(INDENTED, json);
    }

    /** The JSON on one line, for a stream of them. */
    public static String line(final JsonNode json) {
        return write(COMPACT, json);
    }

    /** Adds a member unless it is absent. */
    static void put(final ObjectNode object, final String name, final Optional<String> value) {
        value.ifPresent(text -> object.put(name, text));
    }

    /** Adds an instant (ISO 8601, UTC) unless it is absent. */
    static void putInstant(final ObjectNode object, final String name, final Optional<Instant> value) {
        value.ifPresent(instant -> object.put(name, instant.toString()));
    }

    /** What the carrier sent, as JSON again; as a text if it cannot be read. */
    static JsonNode of(final RawJson raw) {
        try {
            return MAPPER.readTree(raw.json());
        } catch (final JsonProcessingException e) {
            return TextNode.valueOf(raw.json());
        }
    }

    private static String write(final ObjectWriter writer, final JsonNode json) {
        try {
            return writer.writeValueAsString(json);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can always be written", e);
        }
    }
}
