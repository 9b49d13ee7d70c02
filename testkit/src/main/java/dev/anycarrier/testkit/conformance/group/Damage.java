package dev.anycarrier.testkit.conformance.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer with one of the fields beside its list changed: what tells of the page and the next one.
 *
 * @param how what was done to which field
 * @param body the answer
 */
record Damage(String how, String body) {

    private static final List<JsonNode> INSTEAD = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.textNode(""));

    static List<Damage> of(final GroupList list) {
        final List<Damage> all = new ArrayList<>();
        if (list.document() instanceof ObjectNode document) {
            collect(document, document, all);
        }
        return all;
    }

    private static void collect(final ObjectNode document, final ObjectNode object, final List<Damage> all) {
        for (final Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            if (field.getValue() instanceof ObjectNode inner) {
                collect(document, inner, all);
            } else if (field.getValue().isValueNode()) {
                change(document, object, field.getKey(), all);
            }
        }
    }

    /** The document is changed, written and changed back. */
    private static void change(
            final ObjectNode document, final ObjectNode object, final String field, final List<Damage> all) {
        final JsonNode before = object.get(field);
        for (final JsonNode instead : INSTEAD) {
            object.set(field, instead);
            all.add(new Damage(field + " = " + instead, document.toString()));
        }
        object.remove(field);
        all.add(new Damage("no " + field, document.toString()));
        object.set(field, before);
    }
}
