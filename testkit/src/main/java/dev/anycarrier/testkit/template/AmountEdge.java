package dev.anycarrier.testkit.template;

/** Amounts at which providers go wrong. */
enum AmountEdge {
    /** Any. */
    NONE,
    /** Nothing is used. */
    UNUSED,
    /** Everything is used. */
    USED_UP,
    /** One step is left. */
    ONE_LEFT,
    /** One step is used. */
    ONE_USED,
    /** Amounts that a {@code double} cannot hold, or the largest that the carrier can write if those are all held. */
    LARGEST
}
