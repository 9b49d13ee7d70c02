package dev.anycarrier.engine.port;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Objects;

/** What the store says to a request. */
public sealed interface ClusterAnswer {

    /**
     * It may be sent, within the slack.
     *
     * @param permit its number
     * @param flight the number of the flight if one was wanted, else 0: until it {@link ClusterAccount#landed landed} or its
     *     lease is over, nobody else asks about that SIM. One that goes on keeps its number, with its lease from now; one
     *     whose lease is over gets a new number if nobody else asks
     */
    record Granted(String permit, long flight) implements ClusterAnswer {
        /** Checks that it is there. */
        public Granted {
            Objects.requireNonNull(permit, "permit");
        }
    }

    /**
     * It need not be sent.
     *
     * @param receivedAgo how long ago the value came
     * @param age how long ago it was true; no less than the former
     */
    record Known(UsageReport report, Duration receivedAgo, Duration age) implements ClusterAnswer {
        /** Checks that every part is there. */
        public Known {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(receivedAgo, "receivedAgo");
            Objects.requireNonNull(age, "age");
        }
    }

    /**
     * Another flight is asking about that SIM: look again.
     *
     * @param lease how long that may take at most
     */
    record Elsewhere(Duration lease) implements ClusterAnswer {
        /** Checks that it is there. */
        public Elsewhere {
            Objects.requireNonNull(lease, "lease");
        }
    }

    /**
     * Not now.
     *
     * @param pause how long until it is worth asking again
     * @param scope what is used up
     * @param held whether the carrier said so, or the worst is assumed of what is not known, and not a limit
     */
    record Later(Duration pause, LimitScope scope, boolean held) implements ClusterAnswer {
        /** Checks that both are there. */
        public Later {
            Objects.requireNonNull(pause, "pause");
            Objects.requireNonNull(scope, "scope");
        }
    }
}
