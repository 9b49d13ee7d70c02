package dev.anycarrier.testkit.conformance.vector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The carrier's happy answer with something changed. What is left out stays as the carrier has it.
 *
 * @param status the status in place of the carrier's
 * @param headers headers in place of the carrier's of those names, with {@link Placeholders}; none at all for an empty list
 * @param body what is done to the body, in order
 */
public record ChangedAnswer(@Nullable Integer status, Map<String, List<String>> headers, List<BodyChange> body) {

    /** Copies the headers and the changes. */
    public ChangedAnswer(
            final @Nullable Integer status,
            final @Nullable Map<String, List<String>> headers,
            final @Nullable List<BodyChange> body) {
        this.status = status;
        this.headers = headers == null ? Map.of() : Map.copyOf(headers);
        this.body = body == null ? List.of() : List.copyOf(body);
    }
}
