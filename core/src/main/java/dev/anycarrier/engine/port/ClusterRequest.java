package dev.anycarrier.engine.port;

import dev.anycarrier.call.Priority;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a node wants to send.
 *
 * @param token whether it goes to the token endpoint, and so counts for nothing else
 * @param sim the SIM it is about
 * @param priority while something interactive waits anywhere, whatever is of a sweep has to
 * @param flight for a request of a question about a SIM that the nodes ask one at a time: which value would do in its
 *     place; empty for any other request, which asks for leave alone
 */
public record ClusterRequest(boolean token, Optional<SimId> sim, Priority priority, Optional<Wanted> flight) {

    /** Checks that every part is there. */
    public ClusterRequest {
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(flight, "flight");
    }

    /**
     * Which value is new enough: one that was received less than the interval ago, or was true less than the age ago.
     *
     * @param minimumInterval within it the carrier has nothing new to say
     * @param flight the number of the flight that the question has already; 0 for its first request
     */
    public record Wanted(Duration maximumAge, Duration minimumInterval, long flight) {

        /** Checks that both are there. */
        public Wanted {
            Objects.requireNonNull(maximumAge, "maximumAge");
            Objects.requireNonNull(minimumInterval, "minimumInterval");
        }

        /** For a question's first request. */
        public Wanted(final Duration maximumAge, final Duration minimumInterval) {
            this(maximumAge, minimumInterval, 0);
        }

        /** The same for a further request of a question that has a flight. */
        public Wanted on(final long itsFlight) {
            return new Wanted(maximumAge, minimumInterval, itsFlight);
        }
    }
}
