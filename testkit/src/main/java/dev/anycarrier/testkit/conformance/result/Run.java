package dev.anycarrier.testkit.conformance.result;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How a provider was tried.
 *
 * @param seed drew everything of chance
 * @param live whether the carrier was the real one, or its sandbox, and not simulated
 * @param started when the run began
 * @param took how long it took
 * @param java the version of the JDK
 * @param reproduce the command that does it all again
 */
public record Run(long seed, boolean live, Instant started, Duration took, String java, String reproduce) {

    /** Checks that every part is there. */
    public Run {
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(java, "java");
        Objects.requireNonNull(reproduce, "reproduce");
    }
}
