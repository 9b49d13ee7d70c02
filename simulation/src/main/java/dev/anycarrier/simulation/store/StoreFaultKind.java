package dev.anycarrier.simulation.store;

/** What can go wrong between the nodes. */
public enum StoreFaultKind {
    /** Nothing reaches the store. */
    AWAY,
    /** What is asked and answered takes longer each way, perhaps longer than anybody waits. */
    SLOW,
    /** A question fails before the store has done anything. */
    FAILS_BEFORE,
    /** A question fails after the store has done it all. */
    FAILS_AFTER,
    /** A thread stands still: before it asks or tells something, or before it looks at the answer. */
    STANDSTILL,
    /** What a node tells is lost on its way. */
    DEAF,
    /** The store was started again, empty. */
    EMPTIED,
    /** A node is killed, and another one begins in its place. */
    CRASH
}
