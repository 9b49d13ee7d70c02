package dev.anycarrier.testkit.conformance.vector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a failure must say to ask again.
 *
 * @param seconds how long after the answer, or {@code null} if it must not say anything
 * @param orNone whether it may say nothing, which leaves the pause to the engine
 */
public record AskAgain(@Nullable Range seconds, boolean orNone) {

    /** An HTTP date has whole seconds, and an answer takes its time. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    boolean holds(final Optional<Instant> notBefore, final Instant asked, final Instant answered) {
        if (notBefore.isEmpty()) {
            return seconds == null || orNone;
        }
        return seconds != null
                && !notBefore.get().isBefore(asked.plusSeconds(seconds.least()).minus(SLACK))
                && !notBefore.get().isAfter(answered.plusSeconds(seconds.most()).plus(SLACK));
    }

    @Override
    public String toString() {
        return seconds == null
                ? "without a time to ask again"
                : "to be asked again after " + seconds + " s" + (orNone ? " or when the engine thinks fit" : "");
    }
}
