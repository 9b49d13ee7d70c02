package dev.anycarrier.engine.flight;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One operation at a time for each key, run on a thread of its own and shared by all who ask for it meanwhile.
 *
 * <p>Every caller, the first one too, only waits, unless it is a {@link Pilot} that lends its thread: until there is an
 * outcome, or its own deadline, or its own interrupt. So nobody who leaves harms the others, and an operation that never
 * ends holds nobody. When the last one leaves, the operation is interrupted, unless a request was sent whose answer would
 * be lost. Thread-safe.
 *
 * @param <K> what tells operations apart
 * @param <T> what an operation comes to
 */
public final class Flights<K, T> {

    private final Ports ports;
    private final String threadName;
    private final FlightBoard<K, T> board;

    /**
     * None yet.
     *
     * @param threadName the name of the threads that run the operations
     */
    public Flights(final Ports ports, final String threadName) {
        this.ports = ports;
        this.threadName = threadName;
        this.board = new FlightBoard<>(ports);
    }

    /**
     * The outcome of the operation under way for the key, or else of this one. Blocks.
     *
     * @param deadline when this caller has to leave, on the monotonic clock
     * @param operation is run on another thread
     * @throws UsageException the operation's, as a copy; {@code DEADLINE_EXCEEDED} or the {@linkplain
     *     Turn#waitsUntil announced} refusal if this caller's time is too short; {@code
     *     CANCELLED} if this caller is interrupted, which keeps the flag set, or this was closed; {@code UNAVAILABLE}
     *     if there is no thread. Whatever else the operation throws is thrown to everybody as it is
     */
    public T join(final K key, final long deadline, final Priority priority, final Function<Flight, T> operation) {
        return join(key, Passenger.until(deadline), priority, Optional::empty, operation, Optional.empty());
    }

    /**
     * The same for one who has looked for the outcome before. An operation that ended between that look and this call has
     * made it known, and is not to be run again for it.
     *
     * @param known the look, from memory alone; repeated under the lock if nothing is under way for the key
     * @param pilot on whose thread, this one, the operation may run if it is to be run; it then stays until the operation has
     *     ended, and somebody else takes its place before. Empty if another thread has to run it
     */
    public T join(
            final K key,
            final long deadline,
            final Priority priority,
            final Supplier<Optional<T>> known,
            final Function<Flight, T> operation,
            final Optional<Pilot> pilot) {
        return join(key, Passenger.until(deadline), priority, known, operation, pilot);
    }

    /**
     * The same for one who waits on behalf of others: as their deadline and priority change, so do these, and they learn
     * what is announced to the operation.
     */
    public T join(final K key, final Turn turn, final Function<Flight, T> operation) {
        return join(key, Passenger.of(turn), turn.priority(), Optional::empty, operation, Optional.empty());
    }

    private T join(
            final K key,
            final Passenger passenger,
            final Priority priority,
            final Supplier<Optional<T>> known,
            final Function<Flight, T> operation,
            final Optional<Pilot> pilot) {
        if (Thread.currentThread().isInterrupted()) {
            throw FlightBoard.interrupted();
        }
        final Boarding<T> boarding = board.board(key, passenger, priority, known);
        final SharedFlight<T> flight = boarding.flight();
        try {
            if (boarding.displaced().isPresent()) {
                boarding.displaced().get().run();
            }
            // Before the operation begins, which may ask for more time at once.
            if (passenger.turn().isPresent()) {
                follow(flight, passenger, passenger.turn().get());
            }
            if (boarding.first() && !isFlown(pilot, key, flight, passenger, operation)) {
                start(key, flight, operation);
            }
            if (boarding.changed().isPresent()) {
                boarding.changed().get().run();
            }
            return board.await(flight, passenger);
        } finally {
            if (passenger.turn().isPresent()) {
                passenger.turn().get().onChange(() -> {});
            }
            board.leave(key, flight, passenger);
        }
    }

    /** Runs the operation on this thread, if it is one that may be lent. */
    private boolean isFlown(
            final Optional<Pilot> pilot,
            final K key,
            final SharedFlight<T> flight,
            final Passenger passenger,
            final Function<Flight, T> operation) {
        if (pilot.isEmpty()) {
            return false;
        }
        final BooleanSupplier leaves = () -> board.leave(key, flight, passenger);
        final Optional<Runnable> interruption = pilot.get().takesOff(() -> board.leave(key, flight, passenger));
        if (interruption.isEmpty()) {
            return false;
        }
        try {
            board.flownBy(flight, new SharedFlight.Flown(pilot.get(), passenger, leaves), interruption.get());
            run(key, flight, operation);
        } finally {
            pilot.get().lands();
        }
        return true;
    }

    private void follow(final SharedFlight<T> flight, final Passenger passenger, final Turn turn) {
        final Runnable rise = () -> board.rise(flight, passenger, turn.deadline(), turn.priority());
        turn.onChange(rise);
        // It may have changed before anybody could be told.
        rise.run();
        flight.tell(turn);
    }

    /**
     * Starts an operation that nobody waits for, unless one is under way for the key or this was closed. It goes on
     * until it ends by itself. Does not block.
     *
     * @throws UsageException {@code UNAVAILABLE} if there is no thread
     */
    public void launch(final K key, final long deadline, final Priority priority, final Function<Flight, T> operation) {
        final SharedFlight<T> flight = board.flight(deadline, priority);
        flight.runsByItself();
        if (!board.opens(key, flight)) {
            return;
        }
        start(key, flight, operation).ifPresent(failure -> {
            throw failure;
        });
    }

    /**
     * Lets nobody join any more, who gets {@code CANCELLED} instead, and waits for the operations under way. Idempotent.
     *
     * @param deadline how long to wait, on the monotonic clock
     * @return whether all have ended; not so if the waiting thread is interrupted, which keeps the flag set
     */
    public boolean drain(final long deadline) {
        return board.drain(deadline);
    }

    /**
     * Lets nobody join any more, ends every wait with {@code CANCELLED} and interrupts the operations under way, without
     * waiting for them. Idempotent.
     */
    public void cancel() {
        board.cancel();
    }

    /** How many operations are under way, those included that were interrupted and have not ended yet. */
    public int size() {
        return board.size();
    }

    /** Puts a flight on its way; without a thread, it ends for all who are aboard. */
    private Optional<UsageException> start(
            final K key, final SharedFlight<T> flight, final Function<Flight, T> operation) {
        final Worker worker;
        try {
            worker = ports.threads().start(threadName, () -> run(key, flight, operation));
        } catch (final RuntimeException e) {
            final UsageException failure = UsageException.unavailable(
                            UnavailableCause.LOCAL,
                            "no thread could be had to ask the carrier: "
                                    + e.getClass().getSimpleName())
                    .build();
            board.land(key, flight, new Outcome.Failure<>(failure));
            return Optional.of(failure);
        } catch (final Error e) {
            board.land(key, flight, new Outcome.Failure<>(e));
            throw e;
        }
        board.runBy(flight, worker::interrupt);
        return Optional.empty();
    }

    private void run(final K key, final SharedFlight<T> flight, final Function<Flight, T> operation) {
        Outcome<T> outcome;
        try {
            outcome = new Outcome.Value<>(operation.apply(flight));
        } catch (final Throwable thrown) {
            outcome = new Outcome.Failure<>(thrown);
        }
        board.land(key, flight, outcome);
    }
}
