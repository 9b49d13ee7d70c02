package dev.anycarrier.observation;

import dev.anycarrier.Sweep;
import dev.anycarrier.sweep.SweepProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The meters of sweeps: of all that are under way together, or of the last one while none is, so that its end can be seen.
 * Thread-safe.
 */
final class SweepMeters {

    private static final double MILLIS_PER_SECOND = 1000;

    private final MeterRegistry registry;
    private final Lock lock = new ReentrantLock();
    private final List<Sweep> running = new ArrayList<>();
    private final Map<SweepCount, Long> ended = new EnumMap<>(SweepCount.class);
    private Optional<SweepProgress> last = Optional.empty();

    SweepMeters(final MeterRegistry registry) {
        this.registry = registry;
        for (final SweepCount count : SweepCount.values()) {
            gauge("anycarrier.sweep.sims", "SIMs of the sweeps under way, or of the last one", sims -> sum(sims, count))
                    .tag("state", Words.of(count))
                    .register(registry);
            if (count.isOutcome()) {
                counter(count);
            }
        }
        register();
    }

    private void register() {
        Gauge.builder("anycarrier.sweep.running", this, own -> own.locked(own.running::size))
                .description("Sweeps under way")
                .strongReference(true)
                .register(registry);
        gauge("anycarrier.sweep.expected", "SIMs altogether, of the sweeps that know it", SweepMeters::expected)
                .baseUnit("sims")
                .register(registry);
        gauge("anycarrier.sweep.rate", "SIMs that end each second", SweepMeters::rate)
                .baseUnit("sims.per.second")
                .register(registry);
        gauge("anycarrier.sweep.end.timestamp", "When all are estimated to end; NaN if not known", SweepMeters::end)
                .baseUnit("seconds")
                .register(registry);
    }

    void began(final Sweep sweep) {
        locked(() -> running.add(sweep) ? 1 : 0);
    }

    void ended(final Sweep sweep) {
        locked(() -> {
            if (running.remove(sweep)) {
                final SweepProgress end = sweep.progress();
                last = Optional.of(end);
                for (final SweepCount count : SweepCount.values()) {
                    ended.merge(count, count.of(end), Long::sum);
                }
            }
            return running.size();
        });
    }

    private static double sum(final Stream<SweepProgress> sweeps, final SweepCount count) {
        return sweeps.mapToLong(count::of).sum();
    }

    private static double expected(final Stream<SweepProgress> sweeps) {
        return sweeps.map(SweepProgress::total)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }

    private static double rate(final Stream<SweepProgress> sweeps) {
        return sweeps.mapToDouble(SweepProgress::perSecond).sum();
    }

    private static double end(final Stream<SweepProgress> sweeps) {
        return sweeps.flatMap(progress -> progress.estimatedEnd().stream())
                .mapToDouble(end -> end.toEpochMilli() / MILLIS_PER_SECOND)
                .max()
                .orElse(Double.NaN);
    }

    private Gauge.Builder<SweepMeters> gauge(
            final String name, final String description, final ToDoubleFunction<Stream<SweepProgress>> value) {
        return Gauge.builder(name, this, own -> own.locked(() -> value.applyAsDouble(own.shown())))
                .description(description)
                .strongReference(true);
    }

    private void counter(final SweepCount count) {
        FunctionCounter.builder("anycarrier.sweep.outcomes", this, own -> own.locked(() -> own.total(count)))
                .description("SIMs that have ended in any sweep of this process")
                .tag("outcome", Words.of(count))
                .register(registry);
    }

    private Stream<SweepProgress> shown() {
        return running.isEmpty() ? last.stream() : running.stream().map(Sweep::progress);
    }

    private double total(final SweepCount count) {
        return ended.getOrDefault(count, 0L) + sum(running.stream().map(Sweep::progress), count);
    }

    private double locked(final DoubleSupplier action) {
        lock.lock();
        try {
            return action.getAsDouble();
        } finally {
            lock.unlock();
        }
    }
}
