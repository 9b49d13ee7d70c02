package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.SimRef;
import java.util.Optional;

/**
 * Failures as {@code Error}, which TMF677 v5.1.0 and TMF635 v4.0.0 have alike. Its {@code code} is that of {@link
 * UsageException.Kind#code()}, CAMARA's where it has one.
 */
public final class UsageErrors {

    private static final Extension EXTENSION =
            new Extension("AnycarrierError", "Error", "urn:anycarrier:tmf677:error:1", "error-1.schema.json");

    private UsageErrors() {}

    /**
     * A failure, with nothing but the standard's members.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final UsageException failure) {
        return putFailure(JsonNodeFactory.instance.objectNode().put("@type", "Error"), failure);
    }

    /**
     * What came of a SIM that could not be read: the sub-type {@code AnycarrierError}, which names the SIM in place of a
     * report and has the members of {@link #schema()}.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final SimRef sim, final UsageException failure) {
        final ObjectNode json = putFailure(EXTENSION.begin(JsonNodeFactory.instance.objectNode()), failure)
                .put("kind", failure.kind().name())
                .put("retryable", failure.retryable());
        Times.put(json, "notBefore", failure.notBefore());
        return putSim(json, sim);
    }

    /**
     * That a SIM was not asked about: an {@code AnycarrierError} with the code {@code SKIPPED}.
     *
     * @return a new tree
     */
    public static ObjectNode toJson(final SweepOutcome.Skipped skipped) {
        final ObjectNode json = EXTENSION
                .begin(JsonNodeFactory.instance.objectNode())
                .put("code", "SKIPPED")
                .put("reason", reason(skipped.reason()))
                .put("kind", skipped.reason().name());
        return putSim(json, skipped.sim());
    }

    /** The JSON Schema (draft 2020-12) of what these errors have beside the standard's members. */
    public static String schema() {
        return EXTENSION.schema();
    }

    private static ObjectNode putFailure(final ObjectNode json, final UsageException failure) {
        return json.put("code", failure.kind().code())
                .put("reason", failure.detail())
                .put("message", Optional.ofNullable(failure.getMessage()).orElse(failure.detail()));
    }

    private static ObjectNode putSim(final ObjectNode json, final SimRef sim) {
        return json.put("account", sim.account()).put("sim", sim.sim().value());
    }

    private static String reason(final SweepOutcome.Reason reason) {
        return switch (reason) {
            case DUPLICATE -> "the SIM was named before";
            case UNKNOWN_ACCOUNT -> "there is no account of that name";
            case DEADLINE -> "the sweep's deadline came first";
            case CANCELLED -> "the sweep was cancelled first";
        };
    }
}
