package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.spi.UsageException;

/** Failures as JSON. What is not known is left out. */
public final class FailureJson {

    private FailureJson() {}

    /** A failure. */
    public static ObjectNode of(final UsageException failure) {
        final ObjectNode json = Json.object()
                .put("kind", failure.kind().name())
                .put("code", failure.kind().code())
                .put("message", String.valueOf(failure.getMessage()))
                .put("retryable", failure.retryable());
        Json.putInstant(json, "notBefore", failure.notBefore());
        failure.limitScope().ifPresent(scope -> json.put("limitScope", scope.name()));
        failure.unavailableCause().ifPresent(cause -> json.put("unavailableCause", cause.name()));
        failure.status().ifPresent(status -> json.put("httpStatus", status));
        Json.put(json, "carrierCode", failure.carrierCode());
        Json.put(json, "correlationId", failure.correlationId());
        return json;
    }
}
