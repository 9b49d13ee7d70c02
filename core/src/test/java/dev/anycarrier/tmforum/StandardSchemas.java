package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The schemas of a standard as JSON Schema 2020-12. Where a schema has a {@code discriminator}, the type that a value
 * names chooses which schema it is held against, as OpenAPI has it: a plain {@code oneOf} would find that whatever is a
 * {@code Bucket} is a {@code BucketRef} too.
 *
 * <p>As published each schema admits any member besides its own, so that a wrong name would go unnoticed. If they are
 * shut, each admits its own members alone wherever it is the whole of a value.
 */
final class StandardSchemas {

    private static final String CHOSEN = "#/chosen/";

    private final String published;
    private final boolean shut;
    private final ObjectNode document;

    /**
     * Reads all schemas of a document.
     *
     * @param standard the document as published
     * @param place where its schemas are, such as {@code /components/schemas}
     * @param shut whether to admit the members of the standard alone
     */
    StandardSchemas(final JsonNode standard, final String place, final boolean shut) {
        this.published = "#" + place + "/";
        this.shut = shut;
        this.document = (ObjectNode) rewritten(standard, false);
        final ObjectNode chosen = document.putObject("chosen");
        for (final Map.Entry<String, JsonNode> schema : standard.at(place).properties()) {
            chosen.set(
                    schema.getKey(), chosen(schema.getKey(), schema.getValue().at("/discriminator/mapping")));
        }
    }

    /** The document for one type. */
    JsonNode document(final String type) {
        return document.deepCopy().put("$ref", CHOSEN + type);
    }

    /** The document for a type and what an extension adds to it. */
    JsonNode document(final String type, final JsonNode extension) {
        final ObjectNode extended = document.deepCopy();
        final ArrayNode parts = extended.putArray("allOf");
        parts.addObject().put("$ref", published + type);
        parts.add(((ObjectNode) extension.deepCopy()).without("$id"));
        return closed(extended);
    }

    private ObjectNode chosen(final String name, final JsonNode mapping) {
        if (mapping.size() < 2) {
            return whole(name);
        }
        final ObjectNode schema = JsonNodeFactory.instance.objectNode();
        final ArrayNode types =
                schema.putObject("properties").putObject("@type").putArray("enum");
        final ArrayNode choices = schema.putArray("allOf");
        for (final Map.Entry<String, JsonNode> choice : mapping.properties()) {
            final String target = choice.getValue().asText().substring(published.length());
            types.add(choice.getKey());
            final ObjectNode condition = choices.addObject();
            condition.putObject("if").putObject("properties").putObject("@type").put("const", choice.getKey());
            condition.set(
                    "then",
                    target.equals(name)
                            ? whole(name)
                            : JsonNodeFactory.instance.objectNode().put("$ref", CHOSEN + target));
        }
        return schema;
    }

    private ObjectNode whole(final String name) {
        final ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("allOf").addObject().put("$ref", published + name);
        return closed(schema);
    }

    private ObjectNode closed(final ObjectNode schema) {
        return shut ? schema.put("unevaluatedProperties", false) : schema;
    }

    /** Parts of an {@code allOf} stay as published: each sees the members of the others. */
    private JsonNode rewritten(final JsonNode node, final boolean part) {
        if (node instanceof ArrayNode array) {
            final ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(rewritten(element, part)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        final ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (final Map.Entry<String, JsonNode> member : object.properties()) {
            final String name = member.getKey();
            if (name.equals("$ref") && !part) {
                copy.put(name, member.getValue().asText().replace(published, CHOSEN));
            } else {
                copy.set(name, rewritten(member.getValue(), name.equals("allOf")));
            }
        }
        return copy;
    }
}
