package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.sweep.LaneInput.Placed;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;

/**
 * The SIMs of one account on their way from the input to the hand-over. Its workers share it: each takes a SIM that is due
 * again, or reads the next of the input, one worker at a time. Thread-safe.
 */
final class Lane {

    /** The lane of all SIMs whose account is not known. */
    static final String UNKNOWN_ACCOUNTS = "?";

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final String name;
    private final LaneInput input;
    private final Predicate<Placed> acknowledgedBefore;
    private final Ending ending;
    private final TimeSource time;
    private final Lock lock;
    private final Condition changed;
    private final SweepCursor cursor = new SweepCursor();
    private final Deferred deferred = new Deferred();
    private final RecentSims recent = new RecentSims();
    private boolean reading;
    private boolean exhausted;
    private int workers = 1;
    private int idle;
    private long resumed;
    private long heldUntil;

    Lane(
            final String name,
            final LaneInput input,
            final Predicate<Placed> acknowledgedBefore,
            final Ending ending,
            final Ports ports) {
        this.name = name;
        this.input = input;
        this.acknowledgedBefore = acknowledgedBefore;
        this.ending = ending;
        this.time = ports.time();
        this.lock = ports.threads().lock();
        this.changed = lock.newCondition();
        this.heldUntil = time.nanoTime();
    }

    String name() {
        return name;
    }

    /**
     * Waits for a SIM to work on. Whoever gives one back by {@link #defer} or {@link #hold} has to come again: nobody else
     * waits for what may become of it.
     *
     * @return empty if there is none any more
     */
    Optional<Pending> take() {
        while (true) {
            lock.lock();
            try {
                while (!reads()) {
                    final Optional<Pending> due = ending.isClosed() ? Optional.empty() : due();
                    if (due.isPresent() || isOver()) {
                        changed.signalAll();
                        return due;
                    }
                    idle();
                }
            } finally {
                lock.unlock();
            }
            final Optional<Pending> read = read();
            if (read.isPresent()) {
                return read;
            }
        }
    }

    /** Whether one more worker would have something to do; it then counts as there. */
    boolean joins(final int maximum) {
        lock.lock();
        try {
            final boolean wanted = idle == 0 && !exhausted && workers < maximum;
            workers += wanted ? 1 : 0;
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** A worker is gone; true if it was the last. */
    boolean leaves() {
        lock.lock();
        try {
            workers--;
            return workers == 0;
        } finally {
            lock.unlock();
        }
    }

    /** A SIM that was taken is to be taken again at a monotonic time. */
    void defer(final Pending pending, final long due) {
        lock.lock();
        try {
            deferred.add(pending, due);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #defer}, and until then nobody takes any SIM; if several say until when, the first of these times counts. */
    void hold(final Pending pending, final long due) {
        lock.lock();
        try {
            final long now = time.nanoTime();
            heldUntil = heldFor(now) == 0 || due - heldUntil < 0 ? due : heldUntil;
            deferred.add(pending, due);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The outcome of a SIM was acknowledged; {@code recorded} as for {@link SweepCursor#end}. */
    long acknowledged(final long number, final boolean recorded) {
        lock.lock();
        try {
            final boolean full = !cursor.hasRoom();
            cursor.end(number, recorded);
            if (full) {
                changed.signal();
            }
            return cursor.recordedBefore();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link SweepCursor#recordedBefore}. */
    long recordedBefore() {
        lock.lock();
        try {
            return cursor.recordedBefore();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a monotonic time, or the end of the sweep. */
    void pause(final long due) {
        lock.lock();
        try {
            for (long now = time.nanoTime(); due - now > 0 && !ending.skipsTheRest(now); now = time.nanoTime()) {
                await(Math.min(
                        due - now, ending.left(now).map(Duration::toNanos).orElse(LONG_NANOS)));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody who waits look again. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the input; for the last worker. */
    void closeInput() {
        input.close();
    }

    /** How far it is. */
    LaneFigures figures() {
        final long scanned = input.scanned();
        lock.lock();
        try {
            return new LaneFigures(
                    name, scanned, cursor.taken(), cursor.outstanding(), deferred.size(), resumed, exhausted);
        } finally {
            lock.unlock();
        }
    }

    /** Takes the right to read, if it is to be had and nothing else is due. */
    private boolean reads() {
        final boolean may = !ending.isClosed()
                && !reading
                && !exhausted
                && !deferred.isFull()
                && cursor.hasRoom()
                && heldFor(time.nanoTime()) == 0
                && deferred.untilDue(time.nanoTime()).orElse(1) > 0
                && (deferred.size() == 0 || !ending.skipsTheRest(time.nanoTime()));
        reading |= may;
        return may;
    }

    private Optional<Pending> due() {
        final long now = time.nanoTime();
        return heldFor(now) > 0 ? Optional.empty() : deferred.take(now, ending.skipsTheRest(now));
    }

    private boolean isOver() {
        return ending.isClosed() || (exhausted && deferred.size() == 0);
    }

    private Optional<Pending> read() {
        final Optional<Placed> next = input.next();
        final boolean there = next.isPresent();
        final boolean duplicate = there && !recent.add(next.get().sim().sim());
        final boolean before = there && acknowledgedBefore.test(next.get());
        lock.lock();
        try {
            reading = false;
            exhausted = !there;
            changed.signal();
            if (!there) {
                return Optional.empty();
            }
            final Pending taken = taken(next.get(), duplicate);
            if (before) {
                cursor.end(taken.number(), true);
                resumed++;
            }
            return before ? Optional.empty() : Optional.of(taken);
        } finally {
            lock.unlock();
        }
    }

    private Pending taken(final Placed placed, final boolean duplicate) {
        return new Pending(placed.sim(), placed.position(), cursor.take(placed.position()), duplicate, 0);
    }

    private void idle() {
        idle++;
        try {
            await(untilDue(time.nanoTime()));
        } finally {
            idle--;
        }
    }

    /** The deadline of the sweep makes all of the deferred due; where there are none, it changes nothing for who waits. */
    private long untilDue(final long now) {
        final OptionalLong due = deferred.untilDue(now);
        return due.isEmpty()
                ? LONG_NANOS
                : Math.min(
                        Math.max(due.getAsLong(), heldFor(now)),
                        ending.left(now).map(Duration::toNanos).orElse(LONG_NANOS));
    }

    /** How long nobody is to take a SIM; 0 if there is no hold, or the rest is skipped anyway. */
    private long heldFor(final long now) {
        return ending.skipsTheRest(now) ? 0 : Math.max(0, heldUntil - now);
    }

    /** For use in a loop. */
    @SuppressWarnings("WaitNotInLoop")
    private void await(final long nanos) {
        try {
            final long left = changed.awaitNanos(nanos);
            assert left <= nanos;
        } catch (final InterruptedException e) {
            // Whether the sweep is to end is seen from its ending; an interruption alone says nothing.
            return;
        }
    }
}
