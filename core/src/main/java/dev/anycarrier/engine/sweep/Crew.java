package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Pilot;
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
    private final Set<Member> members = new LinkedHashSet<>();
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
    boolean start(final String name, final Consumer<Member> work) {
        final Member member = new Member();
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

    private boolean joins(final Member member) {
        lock.lock();
        try {
            return !dismissed && members.add(member);
        } finally {
            lock.unlock();
        }
    }

    private void begins(final Member member, final Worker worker) {
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
    boolean goesOnElsewhere(final Member member, final String name, final Consumer<Member> work) {
        if (member.flights < FLIGHTS_OF_A_THREAD || !threads.areCheap() || !start(name, work)) {
            return false;
        }
        locked(() -> members.remove(member));
        member.relieved = true;
        return true;
    }

    /** Ends the waiting of those who ask a carrier now. */
    void interruptAsking() {
        recall(member -> member.asking);
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
        final List<Member> overdue = new ArrayList<>();
        final long left;
        lock.lock();
        try {
            final long now = time.nanoTime();
            if (firstDue.hasPassed(now)) {
                firstDue.clear();
                for (final Member member : members) {
                    if (member.leaves != null && now - member.due >= 0) {
                        overdue.add(member);
                    } else if (member.leaves != null) {
                        firstDue.add(member.due);
                    }
                }
            }
            left = firstDue.left(now, LONG_NANOS);
        } finally {
            lock.unlock();
        }
        overdue.forEach(Member::hasToLeave);
        return left;
    }

    /**
     * For another worker, or none, that takes the place of one that flies. That one works for the sweep no longer.
     *
     * @param pending what it flies for; by now it may fly for something else
     * @return whether it still does
     */
    boolean relieve(final Member member, final Pending pending) {
        final Runnable leaves;
        lock.lock();
        try {
            if (member.leaves == null || member.relieved || !pending.equals(member.pending)) {
                return false;
            }
            member.relieved = true;
            members.remove(member);
            leaves = member.leaves;
        } finally {
            lock.unlock();
        }
        leaves.run();
        return true;
    }

    /** Waits until everybody has ended, but no longer than that. */
    void join(final long deadline) throws InterruptedException {
        for (Optional<Member> next = first(); next.isPresent(); next = first()) {
            final Worker worker = worker(next.get(), deadline);
            if (worker == null || !worker.join(deadline)) {
                return;
            }
            final Member ended = next.get();
            locked(() -> members.remove(ended));
        }
    }

    private Optional<Member> first() {
        lock.lock();
        try {
            return members.stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Worker worker(final Member member, final long deadline) throws InterruptedException {
        lock.lock();
        try {
            long left = deadline - time.nanoTime();
            while (member.worker == null && members.contains(member) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return member.worker;
        } finally {
            lock.unlock();
        }
    }

    private void recall(final Predicate<Member> whom) {
        final List<Member> interrupted = new ArrayList<>();
        final List<Member> flying = new ArrayList<>();
        lock.lock();
        try {
            for (final Member member : members) {
                if (whom.test(member) && member.leaves != null) {
                    flying.add(member);
                } else if (whom.test(member) && member.isToBeInterrupted()) {
                    interrupted.add(member);
                }
            }
        } finally {
            lock.unlock();
        }
        interrupt(interrupted);
        flying.forEach(Member::hasToLeave);
    }

    /** Those of whom it is counted that they are to be interrupted. */
    private void interrupt(final List<Member> interrupted) {
        interrupted.forEach(Member::interrupt);
        locked(() -> {
            interrupted.forEach(member -> member.interruptions--);
            return true;
        });
    }

    private boolean locked(final BooleanSupplier action) {
        lock.lock();
        try {
            changed.signalAll();
            return action.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** One worker. */
    final class Member implements Pilot {

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

        /** From here on it may be interrupted. */
        void beginsAsking() {
            locked(() -> asking = true);
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
                        || dismissed
                        || Thread.currentThread().isInterrupted()) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
                leaves = newLeaves;
                first = firstDue.add(due);
            } finally {
                lock.unlock();
            }
            if (first) {
                earlier.run();
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
                Crew.this.interrupt(List.of(this));
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

        /** Its thread was started; whether it is to be interrupted, since it was to be meanwhile. */
        private boolean begins(final Worker newWorker) {
            worker = newWorker;
            return missed && isToBeInterrupted();
        }

        private boolean isToBeInterrupted() {
            missed = worker == null;
            interruptions += missed ? 0 : 1;
            return !missed;
        }

        private void interrupt() {
            final Worker interrupted = worker;
            if (interrupted != null) {
                interrupted.interrupt();
            }
        }
    }
}
