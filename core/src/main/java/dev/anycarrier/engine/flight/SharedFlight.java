package dev.anycarrier.engine.flight;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A flight and what became of it. The methods of {@link Flight} are for any thread; the others are called under the lock
 * of the flights, and wait for nothing but {@link #await}.
 */
final class SharedFlight<T> implements Flight {

    private final Lock lock;
    private final Condition news;
    private final Passengers passengers;
    private @Nullable Outcome<T> outcome;
    private @Nullable Runnable interruption;
    private @Nullable Flown flown;
    private @Nullable Runnable changed;
    private @Nullable UsageException refusal;
    private long refusedUntil;
    private boolean unstoppable;
    private boolean abandoned;

    /** A flight that nobody is aboard of yet. */
    SharedFlight(final Lock lock, final long deadline, final Priority priority) {
        this.lock = lock;
        this.news = lock.newCondition();
        this.passengers = new Passengers(deadline, priority);
    }

    @Override
    public long deadline() {
        return passengers.deadline();
    }

    @Override
    public Priority priority() {
        return passengers.priority();
    }

    @Override
    public void waitsUntil(final long at, final UsageException newRefusal) {
        final List<Turn> turns;
        final Flown tooLate;
        lock.lock();
        try {
            refusedUntil = at;
            refusal = newRefusal;
            tooLate = flown != null && flown.passenger.refused(at, newRefusal) ? flown : null;
            if (passengers.anyUntil(at)) {
                news.signalAll();
            }
            turns = passengers.turns();
        } finally {
            lock.unlock();
        }
        turns.forEach(turn -> turn.waitsUntil(at, newRefusal));
        if (tooLate != null && !tooLate.leaves.getAsBoolean()) {
            tooLate.pilot.hasToLeave();
        }
    }

    /** Tells one who came later what was said before. Any thread, outside the lock. */
    void tell(final Turn turn) {
        final UsageException said;
        final long at;
        lock.lock();
        try {
            if (refusal == null) {
                return;
            }
            said = refusal;
            at = refusedUntil;
        } finally {
            lock.unlock();
        }
        turn.waitsUntil(at, said);
    }

    @Override
    public void onChange(final Runnable newChanged) {
        lock.lock();
        try {
            changed = newChanged;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void sent() {
        lock.lock();
        try {
            unstoppable = true;
            refusal = null;
        } finally {
            lock.unlock();
        }
    }

    /** From now on it goes on even if nobody waits. */
    void runsByItself() {
        unstoppable = true;
    }

    /** Whether it had its time, and nobody waits for what still keeps it. */
    boolean overdue(final long now) {
        return passengers.nobody() && now - passengers.deadline() >= 0;
    }

    /**
     * Takes one aboard.
     *
     * @return what to run outside the lock
     */
    Optional<Runnable> board(final Passenger passenger, final Priority priority) {
        return changing(() -> passengers.board(passenger, priority));
    }

    /**
     * Those for whom one is aboard have become more demanding.
     *
     * @return what to run outside the lock
     */
    Optional<Runnable> rise(final Passenger passenger, final long deadline, final Priority priority) {
        return changing(() -> passengers.rise(passenger, deadline, priority));
    }

    /**
     * Lets one go.
     *
     * @return whether the flight has become pointless by that
     */
    boolean leave(final Passenger passenger) {
        passengers.leave(passenger);
        return outcome == null && passengers.nobody() && !unstoppable;
    }

    /**
     * What became of it, for one who is aboard. Waits, and lets go of the lock meanwhile.
     *
     * @throws UsageException if that one's deadline passes first, or waiting for it is of no use
     */
    T await(final Passenger passenger, final TimeSource time) throws InterruptedException {
        passenger.throwRefusal();
        while (outcome == null) {
            if (refusal != null && refusedUntil - passenger.deadline() >= 0) {
                throw refusal.toBuilder().build();
            }
            final long left = passenger.deadline() - time.nanoTime();
            if (left <= 0) {
                throw UsageException.of(
                                Kind.DEADLINE_EXCEEDED, "the time of the call was over before there was an answer")
                        .build();
            }
            news.awaitNanos(left);
        }
        return outcome.get();
    }

    /** Ends it for all who are aboard, unless it has ended before. */
    void land(final Outcome<T> newOutcome) {
        if (outcome == null) {
            outcome = newOutcome;
            news.signalAll();
        }
    }

    /**
     * Makes known how to interrupt who runs it.
     *
     * @return whether that is to be done at once
     */
    boolean runBy(final Runnable newInterruption) {
        interruption = newInterruption;
        return abandoned;
    }

    /** One of those aboard lends its thread. */
    void flownBy(final Flown newFlown) {
        flown = newFlown;
    }

    /**
     * Gives it up.
     *
     * @return how to interrupt who runs it, outside the lock, or empty if that is not known yet
     */
    Optional<Runnable> abandon() {
        abandoned = true;
        return Optional.ofNullable(interruption);
    }

    private Optional<Runnable> changing(final Runnable change) {
        final long deadlineBefore = passengers.deadline();
        final Priority priorityBefore = passengers.priority();
        change.run();
        final boolean morePressing = passengers.priority() != priorityBefore;
        if (morePressing) {
            // What was said of a less urgent turn need not be true of this one; it is said again if it is.
            refusal = null;
        }
        return morePressing || passengers.deadline() != deadlineBefore
                ? Optional.ofNullable(changed)
                : Optional.empty();
    }

    /**
     * Who lends its thread.
     *
     * @param passenger as whom it is aboard
     * @param leaves lets it leave, and tells whether nobody is left, and the operation is interrupted
     */
    record Flown(Pilot pilot, Passenger passenger, BooleanSupplier leaves) {}
}
