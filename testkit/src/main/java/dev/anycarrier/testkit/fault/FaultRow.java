package dev.anycarrier.testkit.fault;

import java.util.Objects;

/**
 * One row of the fault catalogue.
 *
 * @param id its stable identifier, such as {@code NET-01}
 * @param injected what the carrier, the network or the surroundings do
 * @param required what the caller must get
 */
public record FaultRow(String id, String injected, String required) {

    /** Checks that no part is missing. */
    public FaultRow {
        Objects.requireNonNull(id, "id");
        if (!id.matches("[A-Z]{3,4}-[0-9]{2}") || injected.isBlank() || required.isBlank()) {
            throw new IllegalArgumentException("a row of the fault catalogue has an id, a fault and an outcome: " + id);
        }
    }

    /** The group, such as {@code NET}. */
    public String group() {
        return id.substring(0, id.indexOf('-'));
    }
}
