package dev.anycarrier.engine.flight;

import dev.anycarrier.engine.limit.Turn;

/**
 * One operation under way for all who wait for it. Its deadline is the latest, its priority the most urgent of all who
 * ever were aboard. Thread-safe.
 */
public interface Flight extends Turn {

    /** A request has left: from now on the operation is finished even if nobody waits for it any more. */
    void sent();
}
