package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a sweep. One that asks a carrier can be interrupted without hurting what it does before or afterwards:
 * reading the input through a file's channel would break at an interruption. One that flies itself, with others aboard
 * perhaps, is not interrupted: another worker takes its place, and it ends by itself when it has landed. Thread-safe.
 */
final class Crew {

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    /** Where threads are cheap: each new one needs a new stack, and one that stays for long waits slowly. */
    private static final int FLIGHTS_OF_A_THREAD = 4;

    private final Threads threads;
    private final TimeSource time;
    private final Lock lock;
    private final Condition changed;
    private final Runnable earlier;
    private final Set<CrewMember> members = new LinkedHashSet<>();
    private boolean dismissed;

    /** When those who fly have to leave. */
    private final FirstDue firstDue = new FirstDue();

    /** A crew without members; whoever {@linkplain #relieveOverdue looks after it} hears if that is due {@code earlier}. */
    Crew(final Threads threads, final TimeSource time, final Runnable earlier) {
        this.threads = threads;
        this.time = time;
        this.earlier = earlier;
        this.lock = threads.lock();
        this.changed = lock.newCondition();
    }

    /**
     * Starts a worker, unless all were dismissed.
     *
     * @return whether it was started
     * @throws RejectedExecutionException if there is no thread to be had
     */
    boolean start(final String name, final Consumer<CrewMember> work) {
        final CrewMember member = new CrewMember(this, lock, changed);
        if (!joins(member)) {
            return false;
        }
        boolean started = false;
        try {
            final Worker worker = threads.start(name, () -> work.accept(member));
            started = true;
            begins(member, worker);
        } finally {
            if (!started) {
                locked(() -> members.remove(member));
            }
        }
        return true;
    }

    private boolean joins(final CrewMember member) {
        lock.lock();
        try {
            return !dismissed && members.add(member);
        } finally {
            lock.unlock();
        }
    }

    private void begins(final CrewMember member, final Worker worker) {
        final boolean missed;
        final boolean late;
        lock.lock();
        try {
            changed.signalAll();
            missed = member.begins(worker);
            late = dismissed;
        } finally {
            lock.unlock();
        }
        if (missed) {
            interrupt(List.of(member));
        }
        if (late) {
            recall(one -> one == member);
        }
    }

    /**
     * Where threads are cheap, starts a worker in the place of one that has flown some times and ends now.
     *
     * @return whether it was started
     * @throws RejectedExecutionException if there is no thread to be had
     */
    boolean goesOnElsewhere(final CrewMember member, final String name, final Consumer<CrewMember> work) {
        if (member.flights() < FLIGHTS_OF_A_THREAD || !threads.areCheap() || !start(name, work)) {
            return false;
        }
        locked(() -> members.remove(member));
        member.relieved();
        return true;
    }

    /** Ends the waiting of those who ask a carrier now. */
    void interruptAsking() {
        recall(CrewMember::isAsking);
    }

    /** Interrupts everybody, and starts nobody any more. */
    void dismiss() {
        locked(() -> dismissed = true);
        recall(member -> true);
    }

    /**
     * Has those who fly and whose time is over relieved.
     *
     * @return how long until that is to be done again, unless something becomes due {@code earlier}
     */
    long relieveOverdue() {
        final List<CrewMember> overdue = new ArrayList<>();
        final long left;
        lock.lock();
        try {
            final long now = time.nanoTime();
            if (firstDue.hasPassed(now)) {
                firstDue.clear();
                for (final CrewMember member : members) {
                    if (member.isFlying() && now - member.flightDue() >= 0) {
                        overdue.add(member);
                    } else if (member.isFlying()) {
                        firstDue.add(member.flightDue());
                    }
                }
            }
            left = firstDue.left(now, LONG_NANOS);
        } finally {
            lock.unlock();
        }
        overdue.forEach(CrewMember::hasToLeave);
        return left;
    }

    /**
     * For another worker, or none, that takes the place of one that flies. That one works for the sweep no longer.
     *
     * @param pending what it flies for; by now it may fly for something else
     * @return whether it still does
     */
    boolean relieve(final CrewMember member, final Pending pending) {
        final Optional<Runnable> leaves;
        lock.lock();
        try {
            leaves = member.leavesFlightFor(pending);
            if (leaves.isEmpty()) {
                return false;
            }
            member.relieved();
            members.remove(member);
        } finally {
            lock.unlock();
        }
        leaves.get().run();
        return true;
    }

    /** Waits until everybody has ended, but no longer than that. */
    void join(final long deadline) throws InterruptedException {
        for (Optional<CrewMember> next = first(); next.isPresent(); next = first()) {
            final Worker worker = worker(next.get(), deadline);
            if (worker == null || !worker.join(deadline)) {
                return;
            }
            final CrewMember ended = next.get();
            locked(() -> members.remove(ended));
        }
    }

    private Optional<CrewMember> first() {
        lock.lock();
        try {
            return members.stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Worker worker(final CrewMember member, final long deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - time.nanoTime();
            while (member.worker() == null && members.contains(member) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return member.worker();
        } finally {
            lock.unlock();
        }
    }

    private void recall(final Predicate<CrewMember> whom) {
        final List<CrewMember> interrupted = new ArrayList<>();
        final List<CrewMember> flying = new ArrayList<>();
        lock.lock();
        try {
            for (final CrewMember member : members) {
                if (whom.test(member) && member.isFlying()) {
                    flying.add(member);
                } else if (whom.test(member) && member.isToBeInterrupted()) {
                    interrupted.add(member);
                }
            }
        } finally {
            lock.unlock();
        }
        interrupt(interrupted);
        flying.forEach(CrewMember::hasToLeave);
    }

    /** Those of whom it is counted that they are to be interrupted. */
    void interrupt(final List<CrewMember> interrupted) {
        interrupted.forEach(CrewMember::interrupt);
        locked(() -> {
            interrupted.forEach(CrewMember::wasInterrupted);
            return true;
        });
    }

    /** Whether nobody is to begin anything any more. Under the lock. */
    boolean isDismissed() {
        return dismissed;
    }

    /** One who flies has to leave then; tells whether that is before all others, and {@link #tellEarlier} due. Under the lock. */
    boolean isFirstDue(final long due) {
        return firstDue.add(due);
    }

    /** Whoever looks after the crew hears that somebody is due earlier than said. Outside of the lock. */
    void tellEarlier() {
        earlier.run();
    }

    /** Does so under the lock, and wakes who waits for a change. */
    boolean locked(final BooleanSupplier action) {
        lock.lock();
        try {
            changed.signalAll();
            return action.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
