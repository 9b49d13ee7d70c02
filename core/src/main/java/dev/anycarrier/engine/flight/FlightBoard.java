package dev.anycarrier.engine.flight;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Which flights are under way and who may still board them. What changes a flight happens here, under the one lock of
 * all, and whoever has to hear of it is told outside of the lock. Thread-safe.
 */
final class FlightBoard<K, T> {

    private final TimeSource time;
    private final Lock lock;
    private final Condition ended;
    private final Map<K, SharedFlight<T>> open = new HashMap<>();
    private final Set<SharedFlight<T>> underWay = new LinkedHashSet<>();
    private boolean closed;

    FlightBoard(final Ports ports) {
        this.time = ports.time();
        this.lock = ports.threads().lock();
        this.ended = lock.newCondition();
    }

    /** A flight that nobody can board yet. */
    SharedFlight<T> flight(final long deadline, final Priority priority) {
        return new SharedFlight<>(lock, deadline, priority);
    }

    /** Lets others board a flight, unless there is one for the key or this was closed; tells whether they can. */
    boolean opens(final K key, final SharedFlight<T> flight) {
        lock.lock();
        try {
            if (closed || open.putIfAbsent(key, flight) != null) {
                return false;
            }
            underWay.add(flight);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds one a place on the flight for the key, or on a new one.
     *
     * @param known the outcome, if it has become known meanwhile; asked for a new flight alone, which has landed then
     */
    Boarding<T> board(
            final K key, final Passenger passenger, final Priority priority, final Supplier<Optional<T>> known) {
        lock.lock();
        try {
            if (closed) {
                throw closed();
            }
            final long now = time.nanoTime();
            if (now - passenger.deadline() >= 0) {
                throw UsageException.of(
                                Kind.DEADLINE_EXCEEDED, "the time of the call was over before there was an answer")
                        .build();
            }
            final SharedFlight<T> underWayFor = open.get(key);
            if (underWayFor != null && !underWayFor.overdue(now)) {
                return new Boarding<>(underWayFor, false, underWayFor.board(passenger, priority), Optional.empty());
            }
            final SharedFlight<T> flight = flight(passenger.deadline(), priority);
            final Optional<T> arrived = known.get();
            if (arrived.isPresent()) {
                flight.land(new Outcome.Value<>(arrived.get()));
                return new Boarding<>(flight, false, Optional.empty(), Optional.empty());
            }
            final Optional<Runnable> displaced = underWayFor == null ? Optional.empty() : underWayFor.abandon();
            open.put(key, flight);
            underWay.add(flight);
            flight.board(passenger, priority);
            return new Boarding<>(flight, true, Optional.empty(), displaced);
        } finally {
            lock.unlock();
        }
    }

    /** One aboard lends its thread to the flight, which {@code interruption} interrupts. */
    void flownBy(final SharedFlight<T> flight, final SharedFlight.Flown flown, final Runnable interruption) {
        final boolean late;
        lock.lock();
        try {
            flight.flownBy(flown);
            late = flight.runBy(interruption);
        } finally {
            lock.unlock();
        }
        if (late) {
            interruption.run();
        }
    }

    /** A thread runs the flight, which {@code interruption} interrupts. */
    void runBy(final SharedFlight<T> flight, final Runnable interruption) {
        final boolean late;
        lock.lock();
        try {
            late = flight.runBy(interruption);
        } finally {
            lock.unlock();
        }
        if (late) {
            interruption.run();
        }
    }

    /** Those for whom one is aboard have become more demanding. */
    void rise(final SharedFlight<T> flight, final Passenger passenger, final long deadline, final Priority priority) {
        final Optional<Runnable> changed;
        lock.lock();
        try {
            changed = flight.rise(passenger, deadline, priority);
        } finally {
            lock.unlock();
        }
        if (changed.isPresent()) {
            changed.get().run();
        }
    }

    /**
     * The outcome, for one who is aboard. Blocks.
     *
     * @throws UsageException as by {@link SharedFlight#await}; {@code CANCELLED} if this thread is interrupted, which keeps
     *     the flag set
     */
    T await(final SharedFlight<T> flight, final Passenger passenger) {
        lock.lock();
        try {
            return flight.await(passenger, time);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** Lets one leave, and tells whether nobody is left, so that the operation is pointless and interrupted. */
    boolean leave(final K key, final SharedFlight<T> flight, final Passenger passenger) {
        final Optional<Runnable> pointless;
        lock.lock();
        try {
            if (!flight.leave(passenger)) {
                return false;
            }
            open.remove(key, flight);
            pointless = flight.abandon();
        } finally {
            lock.unlock();
        }
        if (pointless.isPresent()) {
            pointless.get().run();
        }
        return true;
    }

    /** The slot is free before anybody wakes: whoever asks again after that begins anew. */
    void land(final K key, final SharedFlight<T> flight, final Outcome<T> outcome) {
        lock.lock();
        try {
            open.remove(key, flight);
            underWay.remove(flight);
            flight.land(outcome);
            if (underWay.isEmpty()) {
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** As {@link Flights#drain}. */
    boolean drain(final long deadline) {
        lock.lock();
        try {
            closed = true;
            while (!underWay.isEmpty()) {
                final long left = deadline - time.nanoTime();
                if (left <= 0) {
                    return false;
                }
                ended.awaitNanos(left);
            }
            return true;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** As {@link Flights#cancel}. */
    void cancel() {
        final List<Runnable> interruptions;
        lock.lock();
        try {
            closed = true;
            open.clear();
            underWay.forEach(flight -> flight.land(new Outcome.Failure<>(closed())));
            interruptions = underWay.stream()
                    .map(SharedFlight::abandon)
                    .flatMap(Optional::stream)
                    .toList();
        } finally {
            lock.unlock();
        }
        interruptions.forEach(Runnable::run);
    }

    /** As {@link Flights#size}. */
    int size() {
        lock.lock();
        try {
            return underWay.size();
        } finally {
            lock.unlock();
        }
    }

    static UsageException interrupted() {
        return UsageException.of(Kind.CANCELLED, "interrupted while waiting for the answer")
                .build();
    }

    private static UsageException closed() {
        return UsageException.of(Kind.CANCELLED, "this account was closed").build();
    }
}
