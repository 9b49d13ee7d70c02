package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.Worker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * One worker of a sweep. An interruption that is on its way to it is counted, and waited for where it asks no more, so that
 * none reaches what it does next. Thread-safe, under the lock of its crew.
 */
final class CrewMember implements Pilot {

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final Crew crew;
    private final Lock lock;
    private final Condition changed;
    private @Nullable Worker worker;
    private boolean asking;
    private boolean missed;
    private int interruptions;
    private @Nullable Pending pending;
    private long due;
    private Runnable relief = () -> {};

    /** Not null while it flies. */
    private @Nullable Runnable leaves;

    private volatile boolean relieved;

    /** How often it flew; for its own thread alone. */
    private int flights;

    /**
     * One whose thread has not been started.
     *
     * @param changed of the lock; signalled whenever the count of interruptions falls
     */
    CrewMember(final Crew crew, final Lock lock, final Condition changed) {
        this.crew = crew;
        this.lock = lock;
        this.changed = changed;
    }

    /** From here on it may be interrupted. */
    void beginsAsking() {
        crew.locked(() -> asking = true);
    }

    /**
     * This one as a pilot.
     *
     * @param newPending what is asked about
     * @param newDue when it has to be relieved, on the monotonic clock
     * @param newRelief starts a worker that does so
     */
    Optional<Pilot> mayFly(final Pending newPending, final long newDue, final Runnable newRelief) {
        lock.lock();
        try {
            pending = newPending;
            due = newDue;
            relief = newRelief;
        } finally {
            lock.unlock();
        }
        return Optional.of(this);
    }

    /** When it has to be relieved, on the monotonic clock. */
    long due() {
        lock.lock();
        try {
            return due;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Runnable> takesOff(final Runnable newLeaves) {
        final boolean first;
        lock.lock();
        try {
            if (awaitInterruptions()
                    || missed
                    || crew.isDismissed()
                    || Thread.currentThread().isInterrupted()) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            leaves = newLeaves;
            first = crew.isFirstDue(due);
        } finally {
            lock.unlock();
        }
        if (first) {
            crew.tellEarlier();
        }
        flights++;
        return Optional.of(() -> interruptFlight(newLeaves));
    }

    @Override
    public void hasToLeave() {
        try {
            relief.run();
        } catch (final RejectedExecutionException e) {
            // Without a thread to take its place it stays, and what it asks for comes late.
            return;
        }
    }

    @Override
    public void lands() {
        endsFlight();
    }

    /** From here on it is not interrupted any more, and what came before has left no trace. */
    void endsAsking() {
        lock.lock();
        try {
            asking = false;
        } finally {
            lock.unlock();
        }
        endsFlight();
    }

    /** Whether another one has taken its place. */
    boolean isRelieved() {
        return relieved;
    }

    /** Another one takes its place, and it works for the sweep no longer. */
    void relieved() {
        relieved = true;
    }

    /** How often it flew; for its own thread alone. */
    int flights() {
        return flights;
    }

    /**
     * Its thread was started. Under the lock, as all that follow.
     *
     * @return whether it is to be interrupted, since it was to be meanwhile
     */
    boolean begins(final Worker newWorker) {
        worker = newWorker;
        return missed && isToBeInterrupted();
    }

    /** Its thread, if that has been started. */
    @Nullable
    Worker worker() {
        return worker;
    }

    boolean isAsking() {
        return asking;
    }

    boolean isFlying() {
        return leaves != null;
    }

    /** When it has to be relieved if it flies. */
    long flightDue() {
        return due;
    }

    /**
     * How it leaves its flight, if it has not been relieved and flies for that; by now it may fly for something else.
     */
    Optional<Runnable> leavesFlightFor(final Pending what) {
        return relieved || !what.equals(pending) ? Optional.empty() : Optional.ofNullable(leaves);
    }

    /** Counts an interruption, which is to follow outside of the lock; or keeps it for {@link #begins}. */
    boolean isToBeInterrupted() {
        missed = worker == null;
        interruptions += missed ? 0 : 1;
        return !missed;
    }

    /** Interrupts its thread, which was counted before. Outside of the lock. */
    void interrupt() {
        final Worker interrupted = worker;
        if (interrupted != null) {
            interrupted.interrupt();
        }
    }

    /** One that was counted has been delivered. */
    void wasInterrupted() {
        interruptions--;
    }

    private void endsFlight() {
        lock.lock();
        try {
            leaves = null;
            missed = false;
            awaitInterruptions();
        } finally {
            lock.unlock();
        }
        Thread.interrupted();
    }

    private void interruptFlight(final Runnable itsLeaves) {
        final boolean flies;
        lock.lock();
        try {
            flies = leaves == itsLeaves && isToBeInterrupted();
        } finally {
            lock.unlock();
        }
        if (flies) {
            crew.interrupt(List.of(this));
        }
    }

    /** Waits for those that are on their way, and tells whether there were any. */
    private boolean awaitInterruptions() {
        final boolean any = interruptions > 0;
        long left = LONG_NANOS;
        while (interruptions > 0) {
            try {
                left = changed.awaitNanos(left);
            } catch (final InterruptedException e) {
                // The very one that is waited for.
                left = LONG_NANOS;
            }
        }
        return any;
    }
}
