package dev.anycarrier.engine.port;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Real threads. */
final class SystemThreads implements Threads {

    private static final long IDLE_SECONDS = 5;

    private final Executor executor;
    private final boolean cheap;
    private final boolean unlimited;

    SystemThreads(final Executor executor) {
        this(executor, false, false);
    }

    private SystemThreads(final Executor executor, final boolean cheap, final boolean unlimited) {
        this.executor = executor;
        this.cheap = cheap;
        this.unlimited = unlimited;
    }

    static Threads preferred() {
        return Preferred.INSTANCE;
    }

    @Override
    public Lock lock() {
        return new ReentrantLock();
    }

    @Override
    public boolean areCheap() {
        return cheap;
    }

    @Override
    public boolean areUnlimited() {
        return unlimited;
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        final Running running = new Running(name, task);
        executor.execute(running);
        return running;
    }

    /** Made when first needed, and shared: its threads end by themselves. */
    private static final class Preferred {
        static final Threads INSTANCE = virtual()
                .map(executor -> new SystemThreads(executor, true, true))
                .orElseGet(() -> new SystemThreads(pooled(), false, true));

        private static Executor pooled() {
            final ThreadFactory daemons = task -> {
                final Thread thread = new Thread(null, task, "anycarrier", 0, false);
                thread.setDaemon(true);
                return thread;
            };
            return new ThreadPoolExecutor(
                    0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
        }

        /** {@code Thread.startVirtualThread}, which this release level cannot name. */
        private static Optional<Executor> virtual() {
            final MethodHandle start;
            try {
                start = MethodHandles.publicLookup()
                        .findStatic(
                                Thread.class,
                                "startVirtualThread",
                                MethodType.methodType(Thread.class, Runnable.class));
            } catch (final NoSuchMethodException | IllegalAccessException e) {
                return Optional.empty();
            }
            return Runtime.version().feature() < 21 ? Optional.empty() : Optional.of(task -> startVirtual(start, task));
        }

        private static void startVirtual(final MethodHandle start, final Runnable task) {
            try {
                final Thread started = (Thread) start.invokeExact(task);
                assert started.isDaemon();
            } catch (final RuntimeException | Error e) {
                throw e;
            } catch (final Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Running implements Runnable, Worker {

        private final String name;
        private final Runnable task;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Thread runner;
        private boolean interrupted;

        Running(final String name, final Runnable task) {
            this.name = name;
            this.task = task;
        }

        @Override
        public void run() {
            final Thread thread = Thread.currentThread();
            final String idleName = thread.getName();
            final ClassLoader idleLoader = thread.getContextClassLoader();
            thread.setName(name);
            // Neither that of whoever asked first nor what an earlier task has left behind.
            thread.setContextClassLoader(SystemThreads.class.getClassLoader());
            try {
                begin(thread);
                task.run();
            } finally {
                end();
                thread.setName(idleName);
                thread.setContextClassLoader(idleLoader);
                ended.countDown();
            }
        }

        @Override
        public void interrupt() {
            lock.lock();
            try {
                interrupted = true;
                if (runner != null) {
                    runner.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public boolean join(final long deadline) throws InterruptedException {
            return ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        private void begin(final Thread thread) {
            lock.lock();
            try {
                runner = thread;
                if (interrupted) {
                    thread.interrupt();
                }
            } finally {
                lock.unlock();
            }
        }

        private void end() {
            lock.lock();
            try {
                runner = null;
                // The flag was meant for this task, not for the next one on this thread.
                if (Thread.interrupted()) {
                    interrupted = true;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
