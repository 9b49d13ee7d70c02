package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** What lies between a node and the store: time, and trouble. */
final class StoreLine {

    private static final long SHORTEST = 100_000;
    private static final long USUAL = Duration.ofMillis(3).toNanos();

    private final SimulatedStore store;
    private final Simulation simulation;
    private final TimeSource time;
    private final Lock lock;
    private final Condition end;
    private boolean closed;
    private long latestArrival;

    StoreLine(final SimulatedStore store, final TimeSource time) {
        this.store = store;
        this.simulation = store.simulation();
        this.time = time;
        this.lock = simulation.ports().threads().lock();
        this.end = lock.newCondition();
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            end.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has something done at the store, on its clock, and waits for the answer.
     *
     * @param work is given the time
     */
    <T> T roundTrip(final LongFunction<T> work) {
        simulation.yieldNow();
        final long message = store.nextMessage();
        standStill(message);
        final SplittableRandom chance = new SplittableRandom(message);
        final long timeout = store.timeout().toNanos();
        if (hit(StoreFaultKind.AWAY, message).isPresent()) {
            throw afterwards(chance.nextBoolean() ? SHORTEST : timeout);
        }
        if (hit(StoreFaultKind.FAILS_BEFORE, message).isPresent()) {
            throw afterwards(travel(message, chance));
        }
        final long there = inOrder(travel(message, chance));
        if (there >= timeout) {
            store.post(there, now -> unheard(work.apply(now)));
            throw afterwards(timeout);
        }
        pause(there);
        if (hit(StoreFaultKind.AWAY, 0).isPresent()) {
            throw afterwards(timeout - there);
        }
        store.deliver();
        final long now = store.clock();
        final T answer = work.apply(now);
        final long back = travel(message, chance);
        if (there + back >= timeout || hit(StoreFaultKind.FAILS_AFTER, message).isPresent()) {
            throw afterwards(Math.min(back, timeout - there));
        }
        pause(back);
        standStill(message + 1);
        return answer;
    }

    /**
     * Tells the store something, without waiting.
     *
     * @param news is given the time of arrival, on the store's clock
     * @return when it arrives, since the start; {@link StoreTalk#NEVER} if it does not
     */
    long tell(final LongConsumer news) {
        simulation.yieldNow();
        final long message = store.nextMessage();
        standStillQuietly(message);
        if (closed
                || hit(StoreFaultKind.AWAY, 0).isPresent()
                || hit(StoreFaultKind.DEAF, message).isPresent()) {
            return StoreTalk.NEVER;
        }
        final long travel = inOrder(travel(message, new SplittableRandom(message)));
        store.post(travel, news);
        return store.elapsed() + travel;
    }

    /** Nobody waits for that answer any more. */
    private static <T> void unheard(final T answer) {
        assert answer != null;
    }

    private void standStill(final long message) {
        hit(StoreFaultKind.STANDSTILL, message)
                .ifPresent(still -> pause(Duration.ofMillis(still.amount()).toNanos()));
    }

    /** For those who are not to learn that anything failed. */
    private void standStillQuietly(final long message) {
        try {
            standStill(message);
        } catch (final UsageException woken) {
            assert closed || Thread.currentThread().isInterrupted();
        }
    }

    private long travel(final long message, final SplittableRandom chance) {
        return SHORTEST
                + chance.nextLong(USUAL)
                + hit(StoreFaultKind.SLOW, message)
                        .map(slow -> chance.nextLong(
                                1 + Duration.ofMillis(slow.amount()).toNanos()))
                        .orElse(0L);
    }

    /** One line keeps the order: nothing overtakes what was sent before. */
    private long inOrder(final long travel) {
        final long now = store.elapsed();
        latestArrival = Math.max(latestArrival, now + travel);
        return latestArrival - now;
    }

    private Optional<StoreFault> hit(final StoreFaultKind kind, final long message) {
        return store.faults().hitting(kind, store.elapsed(), message);
    }

    private UsageException afterwards(final long nanos) {
        pause(nanos);
        return away();
    }

    private static UsageException away() {
        return UsageException.unavailable(UnavailableCause.LOCAL, "the store gives no answer")
                .build();
    }

    /** Lets time pass, but no longer than until this is closed or the thread is interrupted. */
    private void pause(final long nanos) {
        final long until = time.nanoTime() + nanos;
        lock.lock();
        try {
            while (until - time.nanoTime() > 0) {
                if (closed) {
                    throw away();
                }
                end.awaitNanos(until - time.nanoTime());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while waiting for the store")
                    .build();
        } finally {
            lock.unlock();
        }
    }
}
