package dev.anycarrier.benchmarks.sweep;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Starts threads of a kind. */
@FunctionalInterface
interface StartedThreads {

    Thread start(Runnable task);

    /** {@code platform} or {@code virtual}; the latter is nothing that this release level can name. */
    static StartedThreads named(final String kind) {
        if (!kind.equals("virtual")) {
            return task -> {
                final Thread thread = new Thread(task);
                thread.start();
                return thread;
            };
        }
        final MethodHandle start;
        try {
            start = MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
        return task -> {
            try {
                return (Thread) start.invokeExact(task);
            } catch (final Throwable e) {
                throw new IllegalStateException("no virtual thread could be started", e);
            }
        };
    }
}
