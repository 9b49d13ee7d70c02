package dev.anycarrier.engine.port;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One thing that must outlive the process. Times are the wall clock's. */
public sealed interface StateEntry {

    /**
     * A request is about to be sent. Unless a {@link Sent} or {@link Released} of the same permit follows, it has to be
     * taken as sent at {@code latest}, or when the process ended if that was sooner.
     *
     * @param permit the number of the permit, unique within an account's history
     * @param token whether it goes to the token endpoint
     * @param sim the SIM it is about, or empty
     * @param latest when it is on the wire at the latest
     */
    record Reserved(String permit, boolean token, Optional<SimId> sim, Instant latest) implements StateEntry {
        /** Checks that every part is there. */
        public Reserved {
            Objects.requireNonNull(permit, "permit");
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(latest, "latest");
        }
    }

    /**
     * The request of a permit was written.
     *
     * @param at when, rounded up
     */
    record Sent(String permit, Instant at) implements StateEntry {
        /** Checks that every part is there. */
        public Sent {
            Objects.requireNonNull(permit, "permit");
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * The request of a permit does not count.
     *
     * @param forSimOnly whether it still counts for everything but its SIM
     */
    record Released(String permit, boolean forSimOnly) implements StateEntry {
        /** Checks that every part is there. */
        public Released {
            Objects.requireNonNull(permit, "permit");
        }
    }

    /**
     * The carrier asked to wait.
     *
     * @param scope whom it concerns
     * @param sim the SIM if the scope is {@link LimitScope#SIM}
     * @param from when it asked
     * @param until when requests may be sent again
     */
    record Held(LimitScope scope, Optional<SimId> sim, Instant from, Instant until) implements StateEntry {
        /** Checks that every part is there. */
        public Held {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * The last known usage of a SIM.
     *
     * @param report what the carrier said
     */
    record Value(UsageReport report) implements StateEntry {
        /** Checks that it is there. */
        public Value {
            Objects.requireNonNull(report, "report");
        }
    }
}
