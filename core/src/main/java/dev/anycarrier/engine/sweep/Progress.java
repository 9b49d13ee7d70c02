package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** How far a sweep is, for anybody who asks and for its listener. Thread-safe. */
final class Progress {

    private static final long BETWEEN_CALLS = TimeUnit.MILLISECONDS.toNanos(200);

    /** What would end later than that, nobody can estimate. */
    private static final Duration FURTHEST = Duration.ofDays(3653);

    private final SweepPlan plan;
    private final Map<String, ? extends SweptAccount> accounts;
    private final TimeSource time;
    private final Lock lock;
    private final ProgressMeter meter = new ProgressMeter();
    private List<Lane> lanes = List.of();
    private OptionalLong started = OptionalLong.empty();
    private OptionalLong ended = OptionalLong.empty();
    private OptionalLong told = OptionalLong.empty();
    private long resumed;

    Progress(final SweepPlan plan, final Map<String, ? extends SweptAccount> accounts, final Ports ports) {
        this.plan = plan;
        this.accounts = accounts;
        this.time = ports.time();
        this.lock = ports.threads().lock();
    }

    /** The sweep starts, on these lanes. */
    void start(final List<Lane> newLanes) {
        lock.lock();
        try {
            lanes = newLanes;
            started = OptionalLong.of(time.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /** So many were acknowledged by an earlier run, all of them. */
    void resumed(final long count) {
        lock.lock();
        try {
            resumed = count;
        } finally {
            lock.unlock();
        }
    }

    /** A SIM has ended. */
    void ended(final Delivery delivery) {
        lock.lock();
        try {
            meter.ended(delivery, elapsed());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The sweep has ended; its time stands still.
     *
     * @return whether that ends one that had started
     */
    boolean end() {
        lock.lock();
        try {
            if (ended.isPresent()) {
                return false;
            }
            ended = OptionalLong.of(time.nanoTime());
            return started.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Whether every SIM that has ended so far need not be come back to. */
    boolean isFinal() {
        lock.lock();
        try {
            return meter.counts(elapsed()).notFinal() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** How far it is. */
    SweepProgress now() {
        final Snapshot snapshot = snapshot();
        final List<LaneFigures> figures =
                snapshot.lanes().stream().map(Lane::figures).toList();
        final ProgressMeter.Counts counts = snapshot.counts();
        final long skippedOver = snapshot.resumed()
                + figures.stream().mapToLong(LaneFigures::resumed).sum();
        final long outstanding =
                figures.stream().mapToLong(LaneFigures::outstanding).sum();
        final long deferred = figures.stream().mapToLong(LaneFigures::deferred).sum();
        final long over = skippedOver + counts.done() + counts.stale() + counts.failed() + counts.skipped();
        return new SweepProgress(
                plan.total(),
                skippedOver,
                counts.done(),
                counts.stale(),
                counts.failed(),
                counts.skipped(),
                deferred,
                Math.max(0, outstanding - deferred),
                counts.perSecond(),
                snapshot.elapsed(),
                estimatedEnd(over, counts.perSecond(), figures));
    }

    /** Tells the listener, if there is one and it was not told just before, or if it is to be told in any case. */
    void tell(final boolean inAnyCase) {
        final Optional<SweepListener> listener = plan.listener();
        if (listener.isEmpty() || !isToBeTold(inAnyCase)) {
            return;
        }
        try {
            listener.get().progress(now());
        } catch (final Exception | StackOverflowError | LinkageError | AssertionError e) {
            // Who watches a sweep does not break it.
            return;
        }
    }

    private boolean isToBeTold(final boolean inAnyCase) {
        final long now = time.nanoTime();
        lock.lock();
        try {
            if (!inAnyCase && told.isPresent() && now - told.getAsLong() < BETWEEN_CALLS) {
                return false;
            }
            told = OptionalLong.of(now);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** No earlier than the rate so far says, and than the slowest carrier's limits allow. */
    private Optional<Instant> estimatedEnd(final long over, final double perSecond, final List<LaneFigures> figures) {
        if (plan.total().isEmpty()) {
            return Optional.empty();
        }
        final long total = plan.total().getAsLong();
        final long left = Math.max(0, total - over);
        if (left > 0 && perSecond == 0) {
            return Optional.empty();
        }
        final Duration byRate = left == 0 ? Duration.ZERO : Duration.ofMillis((long) (1000 * left / perSecond));
        final Duration byLimits = figures.stream()
                .filter(lane -> accounts.containsKey(lane.name()))
                .map(lane -> timeFor(lane, total))
                .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        final Duration longest = byRate.compareTo(byLimits) >= 0 ? byRate : byLimits;
        return Optional.of(longest)
                .filter(wait -> wait.compareTo(FURTHEST) <= 0)
                .map(time.instant()::plus);
    }

    private Duration timeFor(final LaneFigures lane, final long total) {
        final SweptAccount account = accounts.get(lane.name());
        final long remaining = lane.remaining(total);
        return account == null || remaining == 0 ? Duration.ZERO : account.timeFor(remaining);
    }

    private Snapshot snapshot() {
        lock.lock();
        try {
            final long elapsed = elapsed();
            return new Snapshot(lanes, meter.counts(elapsed), resumed, Duration.ofNanos(elapsed));
        } finally {
            lock.unlock();
        }
    }

    private long elapsed() {
        return started.isEmpty() ? 0 : ended.orElseGet(time::nanoTime) - started.getAsLong();
    }

    private record Snapshot(List<Lane> lanes, ProgressMeter.Counts counts, long resumed, Duration elapsed) {}
}
