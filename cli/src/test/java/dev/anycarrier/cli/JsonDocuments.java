package dev.anycarrier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what the commands write as JSON, independently of how they write it. */
final class JsonDocuments {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonDocuments() {}

    static JsonNode parse(final String json) {
        try {
            return MAPPER.readTree(json);
        } catch (final JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static List<JsonNode> lines(final String json) {
        return json.lines().map(JsonDocuments::parse).toList();
    }

    static List<JsonNode> elements(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The result of a question without what only an answer can have, and a simulator's truth has not. */
    static JsonNode withoutCircumstances(final JsonNode result) {
        final ObjectNode rest = result.deepCopy();
        rest.remove(List.of("freshness", "changes"));
        if (rest.get("report") instanceof ObjectNode report) {
            report.remove(List.of("carrierStatus", "observedAt", "fetchedAt", "carrierCacheTime", "warnings"));
        }
        if (rest.get("error") instanceof ObjectNode error) {
            error.remove(List.of("message", "httpStatus", "carrierCode", "correlationId"));
        }
        return rest;
    }
}
