package dev.anycarrier.benchmarks.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** Threads for many callers: virtual ones where there are any. */
final class CallerThreads {

    private static final long SMALL_STACK = 128L << 10;
    private static final int CALLERS = 10_000;

    /** As many platform threads as a process may reasonably have. */
    private static final int CALLERS_ON_PLATFORM_THREADS = 1_000;

    private static final Optional<MethodHandle> VIRTUAL = virtual();

    private CallerThreads() {}

    static int count() {
        return VIRTUAL.isPresent() ? CALLERS : CALLERS_ON_PLATFORM_THREADS;
    }

    static boolean areVirtual() {
        return VIRTUAL.isPresent();
    }

    static String kind() {
        return VIRTUAL.isPresent() ? "virtual threads" : "platform threads, since this JDK has no others";
    }

    static Thread start(final Runnable task) {
        if (VIRTUAL.isEmpty()) {
            final Thread thread = new Thread(null, task, "caller", SMALL_STACK);
            thread.start();
            return thread;
        }
        try {
            return (Thread) VIRTUAL.get().invokeExact(task);
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<MethodHandle> virtual() {
        try {
            final MethodHandle start = MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
            return Runtime.version().feature() < 21 ? Optional.empty() : Optional.of(start);
        } catch (final NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }
}
