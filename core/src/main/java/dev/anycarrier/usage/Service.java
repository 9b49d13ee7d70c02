package dev.anycarrier.usage;

/** What a SIM consumes. Each service is counted in exactly one {@link Unit}. */
public enum Service {
    DATA(Unit.BYTES),
    VOICE(Unit.SECONDS),
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
