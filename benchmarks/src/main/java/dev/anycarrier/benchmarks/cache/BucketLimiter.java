package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.usage.SimId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Bucket4j's, as its users have it: a bucket in a map for each SIM. */
final class BucketLimiter implements LimitedSims {

    private final ConcurrentMap<SimId, Bucket> buckets = new ConcurrentHashMap<>();
    private final PassingTime time;
    private final TimeMeter meter;

    BucketLimiter(final PassingTime time) {
        this.time = time;
        this.meter = new Meter(time);
    }

    @Override
    public void ask(final SimId sim) {
        time.step();
        if (!buckets.computeIfAbsent(sim, first -> bucket()).tryConsume(1)) {
            throw new IllegalStateException("nobody is to be refused");
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(1, PassingTime.WINDOW))
                .withCustomTimePrecision(meter)
                .build();
    }

    private record Meter(PassingTime time) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return time.nanoTime();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
