package dev.anycarrier.discovery;

import java.util.Objects;

/**
 * A provider that was found and cannot be used.
 *
 * @param source the factory's class and the jar file or folder it came from, as far as that is known
 * @param problem what is wrong with it, one sentence without a full stop; never the message of what a plugin threw
 */
public record FailedProvider(String source, String problem) {

    /** Checks that both parts are there. */
    public FailedProvider {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(problem, "problem");
    }

    /** Source and problem in one line. */
    @Override
    public String toString() {
        return source + ": " + problem;
    }
}
