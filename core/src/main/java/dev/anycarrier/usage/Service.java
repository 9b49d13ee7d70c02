package dev.anycarrier.usage;

/** What a SIM consumes. Each service is counted in exactly one {@link Unit}. */
public enum Service {
    /** Bytes over a network, up and down together. */
    DATA(Unit.BYTES),

    /** Calls, by how long they lasted. */
    VOICE(Unit.SECONDS),

    /** Short messages, by their number. */
    MESSAGE(Unit.MESSAGES);

    private final Unit unit;

    Service(final Unit unit) {
        this.unit = unit;
    }

    /** The base unit in which every amount of this service is expressed. */
    public Unit unit() {
        return unit;
    }
}
