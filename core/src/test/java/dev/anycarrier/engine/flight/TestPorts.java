package dev.anycarrier.engine.flight;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.TimedCondition;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Real threads in time that passes when it is told to: waits on a lock's condition end with {@link #advance}. */
public final class TestPorts implements Threads {

    private final ManualTime time = new ManualTime();
    private final Threads real = Threads.of(task -> {
        final Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        thread.start();
    });
    private final List<ManualLock> locks = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore waits = new Semaphore(0);
    private final ThreadLocal<Optional<Runnable>> inNextWait = ThreadLocal.withInitial(Optional::empty);
    private volatile boolean noThreads;

    public Ports ports() {
        return new Ports(time, this, NameResolver.system(), new Random(7));
    }

    public ManualTime time() {
        return time;
    }

    /** A deadline so many seconds from now. */
    public long in(final long seconds) {
        return time.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    public void advance(final Duration duration) {
        time.advance(duration);
        locks.forEach(ManualLock::wakeAll);
    }

    /** From now on no thread is to be had. */
    public void noThreads() {
        noThreads = true;
    }

    /** Lets so many waits on conditions begin, since the last time this was called. */
    public void untilWaitsBegan(final int count) {
        if (!tryAcquire(count)) {
            throw new AssertionError("fewer than " + count + " wait");
        }
    }

    /** What this thread does when it next waits: so that one thread can stand for several who wait at once. */
    public void inNextWait(final Runnable meanwhile) {
        inNextWait.set(Optional.of(meanwhile));
    }

    /** Until every worker that was started so far has ended. */
    public void untilWorkersEnded() {
        workers.forEach(worker -> {
            try {
                if (!worker.join(System.nanoTime() + TimeUnit.SECONDS.toNanos(10))) {
                    throw new AssertionError("a worker does not end");
                }
            } catch (final InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** How many workers were started; one that runs is counted. */
    public int started() {
        return started.get();
    }

    /** How many wait now. */
    public int waiting() {
        return waiting.get();
    }

    @Override
    public Lock lock() {
        final ManualLock lock = new ManualLock();
        locks.add(lock);
        return lock;
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        if (noThreads) {
            throw new RejectedExecutionException("full");
        }
        started.incrementAndGet();
        final Worker worker = real.start(name, task);
        workers.add(worker);
        return worker;
    }

    private boolean tryAcquire(final int count) {
        try {
            return waits.tryAcquire(count, 60, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class ManualLock extends ReentrantLock {

        private static final long serialVersionUID = 1L;

        private final transient List<ManualCondition> conditions = new CopyOnWriteArrayList<>();

        @Override
        public Condition newCondition() {
            final ManualCondition condition = new ManualCondition(this, super.newCondition());
            conditions.add(condition);
            return condition;
        }

        void wakeAll() {
            lock();
            try {
                conditions.forEach(ManualCondition::signalAll);
            } finally {
                unlock();
            }
        }
    }

    /** A wait with a time limit lasts until a signal, and an advance of the time is one. */
    @SuppressWarnings("WaitNotInLoop") // whoever waits in the engine does so in a loop
    private final class ManualCondition extends TimedCondition {

        private final Lock lock;
        private final Condition signals;

        ManualCondition(final Lock lock, final Condition signals) {
            this.lock = lock;
            this.signals = signals;
        }

        @Override
        public long awaitNanos(final long nanos) throws InterruptedException {
            final long due = time.nanoTime() + nanos;
            waiting.incrementAndGet();
            waits.release();
            try {
                if (!doneMeanwhile()) {
                    signals.await();
                }
            } finally {
                waiting.decrementAndGet();
            }
            return due - time.nanoTime();
        }

        private boolean doneMeanwhile() {
            final Optional<Runnable> meanwhile = inNextWait.get();
            inNextWait.remove();
            if (meanwhile.isPresent()) {
                lock.unlock();
                try {
                    meanwhile.get().run();
                } finally {
                    lock.lock();
                }
            }
            return meanwhile.isPresent();
        }

        @Override
        public void signal() {
            signals.signal();
        }

        @Override
        public void signalAll() {
            signals.signalAll();
        }
    }
}
