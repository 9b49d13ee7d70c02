package dev.anycarrier.watch;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a request.
 *
 * @param status the HTTP status of the answer, whatever that says; empty if there was no whole answer
 * @param failure why there was none, or empty
 * @param cause why the carrier is unavailable, where that is the failure
 * @param took from right before it was sent to the end of its answer
 */
public record AttemptEnd(OptionalInt status, Optional<Kind> failure, Optional<UnavailableCause> cause, Duration took) {

    /** Checks that every part is there. */
    public AttemptEnd {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(took, "took");
    }
}
