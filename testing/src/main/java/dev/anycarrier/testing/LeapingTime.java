package dev.anycarrier.testing;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that leaps to the next wait that is due as soon as nobody works and one who asked waits. Threads that the engine
 * started work unless they wait. One who asked works from the end of its wait until it lets go of the lock that it waited
 * on: by then it has looked at what it waited for. A thread that it wants to have started starts when it waits itself, so
 * that nothing happens between the two. Thread-safe.
 */
final class LeapingTime implements TimeSource {

    /** Nobody waits so long for a moment, but for somebody else. */
    private static final long NEVER = TimeUnit.DAYS.toNanos(365);

    private final Instant start;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private final TreeSet<Wait> waits = new TreeSet<>();
    private final Deque<Runnable> starts = new ArrayDeque<>();
    private final ThreadLocal<Participant> current =
            ThreadLocal.withInitial(() -> new Participant(Thread.currentThread(), false));
    private volatile long now;
    private long number;
    private int working;
    private int asking;
    private boolean advancing;

    LeapingTime(final Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(now);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(final Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!time.isZero() && !time.isNegative()) {
            final Wait wait = begin(time.toNanos());
            try {
                await(wait);
            } finally {
                letGo();
            }
        }
    }

    /** This thread is one of the engine's, until {@link #ends}. It was counted when it was started. */
    Participant begins() {
        final Participant worker = new Participant(Thread.currentThread(), true);
        lock.lock();
        try {
            worker.works(true);
        } finally {
            lock.unlock();
        }
        current.set(worker);
        return worker;
    }

    void ends(final Participant worker, final Runnable atOnce) {
        current.remove();
        lock.lock();
        try {
            atOnce.run();
            worker.works(false);
            working--;
            goOn();
        } finally {
            lock.unlock();
        }
    }

    /** Starts a thread of the engine: at once if another of these wants it, else when this one waits. */
    void start(final Runnable starting) {
        lock.lock();
        try {
            if (current.get().isEngines()) {
                working++;
                starting.run();
            } else {
                starts.add(starting);
            }
        } finally {
            lock.unlock();
        }
    }

    /** This thread begins to wait; {@link #await} is to follow. */
    Wait begin(final long nanos) {
        lock.lock();
        try {
            final Participant participant = current.get();
            final long due = now + nanos < 0 ? Long.MAX_VALUE : now + nanos;
            final Wait wait = new Wait(due, number++, participant);
            waits.add(wait);
            participant.waits(wait);
            if (participant.isWorking()) {
                participant.works(false);
                working--;
            }
            asking += participant.isEngines() ? 0 : 1;
            goOn();
            return wait;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the moment has come or somebody ends it. */
    void await(final Wait wait) throws InterruptedException {
        while (!wait.isOver()) {
            LockSupport.park(this);
            if (!wait.isOver() && Thread.currentThread().isInterrupted()) {
                end(wait, true);
            }
        }
        if (wait.isInterrupted() && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Ends a wait before its moment, unless it is over. */
    void end(final Wait wait, final boolean byInterruption) {
        lock.lock();
        try {
            if (waits.remove(wait)) {
                ended(wait, byInterruption);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts a thread of the engine, and sees to it that it counts as working from now on. */
    void interrupt(final Participant worker) {
        lock.lock();
        try {
            worker.thread().interrupt();
            final Wait wait = worker.waiting();
            if (wait != null) {
                end(wait, true);
            }
        } finally {
            lock.unlock();
        }
    }

    /** One who asked has looked at what it waited for. */
    void letGo() {
        final Participant participant = current.get();
        if (participant.isEngines()) {
            return;
        }
        lock.lock();
        try {
            if (participant.isWorking()) {
                participant.works(false);
                working--;
                goOn();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets time go on by as much, stopping wherever something is due until that is done. */
    void advance(final long nanos) {
        lock.lock();
        try {
            final long end = now + nanos;
            if (current.get().isEngines() || advancing) {
                now = end;
                return;
            }
            advancing = true;
            awaitQuiet();
            while (!waits.isEmpty() && waits.first().due() <= end) {
                leap();
                awaitQuiet();
            }
            now = Math.max(now, end);
            advancing = false;
            goOn();
        } finally {
            lock.unlock();
        }
    }

    private void awaitQuiet() {
        while (runStarts() || working > 0) {
            quiet.awaitUninterruptibly();
        }
    }

    private void goOn() {
        if (working > 0) {
            return;
        }
        if (advancing) {
            quiet.signalAll();
            return;
        }
        if (asking == 0) {
            return;
        }
        if (!runStarts() && !waits.isEmpty() && waits.first().due() - now < NEVER) {
            leap();
        }
    }

    private boolean runStarts() {
        final boolean any = !starts.isEmpty();
        while (!starts.isEmpty()) {
            working++;
            starts.remove().run();
        }
        return any;
    }

    private void leap() {
        final Wait next = waits.pollFirst();
        if (next != null) {
            now = Math.max(now, next.due());
            ended(next, false);
        }
    }

    private void ended(final Wait wait, final boolean byInterruption) {
        final Participant participant = wait.participant();
        participant.waits(null);
        participant.works(true);
        working++;
        asking -= participant.isEngines() ? 0 : 1;
        wait.end(byInterruption);
    }
}
