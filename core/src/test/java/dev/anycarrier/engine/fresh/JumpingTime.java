package dev.anycarrier.engine.fresh;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Manual time whose wall clock can be set back while the monotonic clock goes on. */
final class JumpingTime implements TimeSource {

    private final ManualTime time = new ManualTime();
    private volatile Duration back = Duration.ZERO;

    @Override
    public Instant instant() {
        return time.instant().minus(back);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(final Duration duration) throws InterruptedException {
        time.sleep(duration);
    }

    void advance(final Duration duration) {
        time.advance(duration);
    }

    void setBack(final Duration jump) {
        back = back.plus(jump);
    }
}
