package dev.anycarrier.watch;

import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param cache where its answer came from, or was looked for
 * @param failure why there is no answer; of a {@linkplain CacheUse#STALE stale} one, why there is no newer, or empty if the
 *     carrier itself gave it
 * @param age how long ago the answer was true; empty if there is none, or it has no age
 * @param attempts how many requests were made for this very call, those for access tokens aside
 * @param took from its begin to its end
 */
public record CallEnd(
        CacheUse cache, Optional<UsageException> failure, Optional<Duration> age, int attempts, Duration took) {

    /** Checks that every part is there. */
    public CallEnd {
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(took, "took");
    }

    /** Whether there is no answer at all. */
    public boolean failed() {
        return failure.isPresent() && cache != CacheUse.STALE;
    }
}
