package dev.anycarrier.engine.limit;

import java.util.List;
import java.util.Objects;

/**
 * What an answer has changed about limits.
 *
 * @param givenBackForSim whether its request no longer counts for its SIM
 * @param holds how long the carrier wants no request, where that is longer than before
 */
public record Learnt(boolean givenBackForSim, List<Hold> holds) {

    /** Nothing: the usual case. */
    static final Learnt NOTHING = new Learnt(false, List.of());

    /** Copies the list. */
    public Learnt {
        holds = List.copyOf(Objects.requireNonNull(holds, "holds"));
    }
}
