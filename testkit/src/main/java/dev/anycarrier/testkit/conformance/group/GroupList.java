package dev.anycarrier.testkit.conformance.group;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.testkit.conformance.trial.Answers;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The list in a carrier's answer: its longest array of objects. Changes are made to copies.
 *
 * @param document the answer
 * @param place where in it the list is
 */
record GroupList(JsonNode document, JsonPointer place) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A document as a tree. */
    static JsonNode tree(final String document) {
        try {
            return JSON.readTree(document);
        } catch (final JsonProcessingException e) {
            throw new Violation("this is no JSON: " + document);
        }
    }

    static Optional<GroupList> in(final HttpResponse answer) {
        return in(Answers.body(answer));
    }

    static Optional<GroupList> in(final String body) {
        final JsonNode document = tree(body);
        final Map<JsonPointer, Integer> lists = new LinkedHashMap<>();
        find(document, JsonPointer.empty(), lists);
        return lists.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .map(list -> new GroupList(document, list.getKey()));
    }

    private static void find(final JsonNode node, final JsonPointer place, final Map<JsonPointer, Integer> lists) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            lists.put(place, node.size());
        }
        node.properties().forEach(field -> find(field.getValue(), place.appendProperty(field.getKey()), lists));
    }

    ArrayNode groups() {
        return (ArrayNode) document.at(place);
    }

    /** The answer with other groups. */
    String with(final JsonNode groups) {
        if (place.matches()) {
            return groups.toString();
        }
        final JsonNode copy = document.deepCopy();
        parent(copy).set(name(), groups);
        return copy.toString();
    }

    /** The answer with the list under another name. */
    String renamed() {
        final JsonNode copy = document.deepCopy();
        final ObjectNode parent = parent(copy);
        parent.set("kit_" + name(), parent.remove(name()));
        return copy.toString();
    }

    /** The answer with another list before this one. */
    String secondToAnother() {
        final JsonNode copy = document.deepCopy();
        final ObjectNode parent = parent(copy);
        final JsonNode groups = parent.remove(name());
        parent.putArray("kit_groups").addObject().put("kit", 1);
        parent.set(name(), groups);
        return copy.toString();
    }

    boolean isWholeDocument() {
        return place.matches();
    }

    private ObjectNode parent(final JsonNode copy) {
        return (ObjectNode) copy.at(place.head());
    }

    private String name() {
        return place.last().getMatchingProperty();
    }
}
