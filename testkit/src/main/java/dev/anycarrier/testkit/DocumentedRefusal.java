package dev.anycarrier.testkit;

import dev.anycarrier.spi.UsageException.Kind;
import java.util.Objects;

/**
 * How a carrier, by its own documents, refuses to say what a SIM has used.
 *
 * @param answer what it answers, in place of the usage
 * @param kind what it means by that
 */
public record DocumentedRefusal(SimulatorAnswer answer, Kind kind) {

    /** Checks that no part is {@code null}. */
    public DocumentedRefusal {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(kind, "kind");
    }
}
