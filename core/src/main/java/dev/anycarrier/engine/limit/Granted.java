package dev.anycarrier.engine.limit;

import dev.anycarrier.usage.SimId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that was granted, and what has become of it. Guarded by the limiter's lock. */
final class Granted {

    enum State {
        PENDING,
        SENT,
        NOT_SENT
    }

    final boolean token;
    final Optional<SimId> simId;
    final @Nullable Sim sim;

    State state = State.PENDING;
    long sentAt;
    boolean givenBackForSim;
    boolean done;

    Granted(final boolean token, final Optional<SimId> simId, final @Nullable Sim sim) {
        this.token = token;
        this.simId = simId;
        this.sim = sim;
    }
}
