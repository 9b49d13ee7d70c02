package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.Unit;

/** Amounts in TM Forum's words. */
final class Quantities {

    private Quantities() {}

    /**
     * Adds a {@code Quantity}, and the same as a text: the standard calls the number a float, and a reader that takes it
     * at its word loses digits of more than 16 MiB.
     */
    static void put(final ObjectNode json, final String member, final Quantity quantity) {
        json.putObject(member).put("amount", quantity.amount()).put("units", units(quantity.unit()));
        json.put(member + "Name", quantity.amount() + " " + units(quantity.unit()));
    }

    static String units(final Unit unit) {
        return switch (unit) {
            case BYTES -> "bytes";
            case SECONDS -> "seconds";
            case MESSAGES -> "messages";
        };
    }

    static String usageType(final Service service) {
        return switch (service) {
            case DATA -> "data";
            case VOICE -> "voice";
            case MESSAGE -> "message";
        };
    }
}
