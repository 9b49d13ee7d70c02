package dev.anycarrier.engine;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.AttemptEnd;
import dev.anycarrier.watch.AttemptWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One request on its way, for those who listen. */
final class WatchedAttempt {

    private final List<AttemptWatch> watches;
    private final TimeSource time;
    private final long begun;

    WatchedAttempt(final List<AttemptWatch> watches, final TimeSource time) {
        this.watches = watches;
        this.time = time;
        this.begun = time.nanoTime();
    }

    void answered(final int status) {
        end(OptionalInt.of(status), Optional.empty(), Optional.empty());
    }

    void failed(final UsageException failure) {
        end(failure.status(), Optional.of(failure.kind()), failure.unavailableCause());
    }

    /** Something that no wire should throw. */
    void broke() {
        end(OptionalInt.empty(), Optional.of(Kind.INVALID_DATA), Optional.empty());
    }

    private void end(final OptionalInt status, final Optional<Kind> failure, final Optional<UnavailableCause> cause) {
        final AttemptEnd end = new AttemptEnd(status, failure, cause, Duration.ofNanos(time.nanoTime() - begun));
        Told.all(watches, watch -> watch.ended(end));
    }
}
