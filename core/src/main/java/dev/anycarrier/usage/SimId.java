package dev.anycarrier.usage;

/**
 * A validated identifier of a SIM at a carrier: only a value of this type ever reaches a URL.
 *
 * <p>{@link Object#toString() toString} masks the identifier, so that it can be logged; {@link #value()} is the whole of it.
 */
public sealed interface SimId permits Iccid, CarrierSimId {

    /** The identifier as the carrier writes it, unmasked. */
    String value();

    /**
     * Reads an identifier: 17 to 22 digits, with or without a trailing {@code F}, are an {@link Iccid}; anything else
     * must be a valid {@link CarrierSimId}. A carrier whose own identifiers look like ICCIDs takes either type.
     *
     * @throws IllegalArgumentException if the text is no valid identifier; the message does not repeat it
     */
    static SimId parse(final String text) {
        return Iccid.matches(text) ? Iccid.of(text) : CarrierSimId.of(text);
    }
}
