package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * reading the input through a file's channel would break at an interruption. Thread-safe.
 */
final class Crew {

    private static final long LONG_NANOS = TimeUnit.DAYS.toNanos(1);

    private final Threads threads;
    private final TimeSource time;
    private final Lock lock;
    private final Condition changed;
    private final List<Member> members = new ArrayList<>();
    private boolean dismissed;

    Crew(final Threads threads, final TimeSource time) {
        this.threads = threads;
        this.time = time;
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
        final boolean wanted = locked(() -> !dismissed && members.add(member));
        if (!wanted) {
            return false;
        }
        boolean started = false;
        try {
            final Worker worker = threads.start(name, () -> work.accept(member));
            started = true;
            if (locked(() -> member.begins(worker) || dismissed)) {
                interrupt(one -> one == member && (one.asking || dismissed));
            }
        } finally {
            if (!started) {
                locked(() -> members.remove(member));
            }
        }
        return true;
    }

    /** Interrupts those who ask a carrier now. */
    void interruptAsking() {
        interrupt(member -> member.asking);
    }

    /** Interrupts everybody, and starts nobody any more. */
    void dismiss() {
        locked(() -> dismissed = true);
        interrupt(member -> true);
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

    private void interrupt(final Predicate<Member> whom) {
        final List<Member> interrupted = new ArrayList<>();
        lock.lock();
        try {
            members.stream().filter(whom).filter(Member::isToBeInterrupted).forEach(interrupted::add);
        } finally {
            lock.unlock();
        }
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
    final class Member {

        private @Nullable Worker worker;
        private boolean asking;
        private boolean missed;
        private int interruptions;

        /** From here on it may be interrupted. */
        void beginsAsking() {
            locked(() -> asking = true);
        }

        /** From here on it is not interrupted any more, and what came before has left no trace. */
        void endsAsking() {
            long left = LONG_NANOS;
            lock.lock();
            try {
                asking = false;
                missed = false;
                while (interruptions > 0) {
                    try {
                        left = changed.awaitNanos(left);
                    } catch (final InterruptedException e) {
                        // The very one that is waited for.
                        left = LONG_NANOS;
                    }
                }
            } finally {
                lock.unlock();
            }
            Thread.interrupted();
        }

        /** Its thread was started; whether it missed an interruption meanwhile. */
        private boolean begins(final Worker newWorker) {
            worker = newWorker;
            return missed;
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
