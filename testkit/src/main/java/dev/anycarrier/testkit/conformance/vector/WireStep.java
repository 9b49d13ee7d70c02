package dev.anycarrier.testkit.conformance.vector;

import static dev.anycarrier.testkit.conformance.vector.VectorReader.requirePositive;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/**
 * One thing that is done to a connection. Texts may hold {@link Placeholders}; they are sent one byte a character (ISO
 * 8859-1), and what stands for the carrier's body as the bytes that it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WireStep.Write.class, name = "write"),
    @JsonSubTypes.Type(value = WireStep.Repeat.class, name = "repeat"),
    @JsonSubTypes.Type(value = WireStep.Drip.class, name = "drip"),
    @JsonSubTypes.Type(value = WireStep.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = WireStep.Stall.class, name = "stall"),
    @JsonSubTypes.Type(value = WireStep.Close.class, name = "close"),
    @JsonSubTypes.Type(value = WireStep.Reset.class, name = "reset")
})
public sealed interface WireStep {

    /**
     * Sends a text.
     *
     * @param text the text
     * @param times how often; once if left out
     */
    record Write(String text, int times) implements WireStep {

        /** Checks that there is a text; it is written once at least. */
        public Write {
            Objects.requireNonNull(text, "text");
            times = Math.max(1, times);
        }
    }

    /**
     * Sends a text again and again, for as long as the client stays.
     *
     * @param text the text
     * @param everyMs the pause after each, in milliseconds; none if left out
     */
    record Repeat(String text, int everyMs) implements WireStep {

        /** Checks that there is a text. */
        public Repeat {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Sends a text in parts.
     *
     * @param text the text
     * @param parts how many
     * @param everyMs the pause after each, in milliseconds
     */
    record Drip(String text, int parts, int everyMs) implements WireStep {

        /** Checks that nothing is missing. */
        public Drip {
            Objects.requireNonNull(text, "text");
            requirePositive("parts", parts);
            requirePositive("every-ms", everyMs);
        }
    }

    /**
     * Does nothing for a while.
     *
     * @param ms how long, in milliseconds
     */
    record Pause(int ms) implements WireStep {

        /** Checks that it takes time. */
        public Pause {
            requirePositive("ms", ms);
        }
    }

    /** Does nothing until the client leaves. */
    record Stall() implements WireStep {}

    /** Closes the connection in good order. */
    record Close() implements WireStep {}

    /** Resets the connection. */
    record Reset() implements WireStep {}
}
