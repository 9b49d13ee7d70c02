package dev.anycarrier.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. */
public final class AdjustableClock implements InstantSource {

    private volatile Instant now;

    public AdjustableClock(final String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(final Duration time) {
        now = now.plus(time);
    }
}
