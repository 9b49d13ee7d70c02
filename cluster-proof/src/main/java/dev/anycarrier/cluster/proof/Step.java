package dev.anycarrier.cluster.proof;

/** What is done to nodes, store or carrier in a run. */
enum Step {
    /** A node is killed, and another one started. */
    KILL_NODE,
    /** A node stands still for longer than a permit may be used. */
    PAUSE_NODE,
    /** The store is stopped, and started again with its data. */
    RESTART_STORE,
    /** The store is killed, and started again empty. */
    EMPTY_STORE,
    /** The store stands still. */
    PAUSE_STORE,
    /** The carrier refuses a question and wants none for a while. */
    REFUSE
}
