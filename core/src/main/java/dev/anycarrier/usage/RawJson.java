package dev.anycarrier.usage;

import java.util.Objects;

/**
 * A piece of JSON exactly as the carrier sent it, kept where the carrier publishes no shape. It may hold personal data,
 * so {@link #toString()} tells only its length.
 *
 * @param json the JSON text
 */
public record RawJson(String json) {

    /** Checks that there is a text. */
    public RawJson {
        Objects.requireNonNull(json, "json");
    }

    /** The length, never the content. */
    @Override
    public String toString() {
        return "RawJson[" + json.length() + " characters]";
    }
}
