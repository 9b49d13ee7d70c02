package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Names and values for what a standard has no member for, in the two dialects of it. */
final class Characteristics {

    private Characteristics() {}

    /** Adds a text as TMF677 v5 types it. */
    static void typed(final ArrayNode array, final String name, final String value) {
        array.addObject()
                .put("@type", "StringCharacteristic")
                .put("name", name)
                .put("valueType", "string")
                .put("value", value);
    }

    /** Adds a text as TMF635 v4 has it. */
    static void plain(final ArrayNode array, final String name, final String value) {
        named(array, name, "string").put("value", value);
    }

    /** Adds a text as TMF635 v4 has it, unless it is absent. */
    static void plain(final ArrayNode array, final String name, final Optional<String> value) {
        value.ifPresent(text -> plain(array, name, text));
    }

    /** Adds an integer as TMF635 v4 has it. */
    static void plain(final ArrayNode array, final String name, final long value) {
        named(array, name, "integer").put("value", value);
    }

    private static ObjectNode named(final ArrayNode array, final String name, final String valueType) {
        return array.addObject().put("name", name).put("valueType", valueType);
    }
}
