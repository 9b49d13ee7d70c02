package dev.anycarrier.benchmarks.call;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has used so far.
 *
 * @param cpuNanos of all its threads, those of the JVM included
 * @param allocated bytes by each thread, or by all together under 0 where the JVM counts that
 */
record ProcessUse(long cpuNanos, Map<Long, Long> allocated) {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Optional<MethodHandle> TOTAL = total();

    static ProcessUse now() {
        return new ProcessUse(SYSTEM.getProcessCpuTime(), allocatedNow());
    }

    /** The bytes allocated since then; where the JVM counts by thread, without what threads did that are gone by now. */
    long allocatedSince(final ProcessUse before) {
        return allocated.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - before.allocated.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private static Map<Long, Long> allocatedNow() {
        return TOTAL.map(ProcessUse::all).orElseGet(ProcessUse::byThread);
    }

    private static Map<Long, Long> all(final MethodHandle total) {
        try {
            return Map.of(0L, (long) total.invoke(THREADS));
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Long, Long> byThread() {
        final long[] threads = THREADS.getAllThreadIds();
        final long[] bytes = THREADS.getThreadAllocatedBytes(threads);
        final Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < threads.length; i++) {
            allocated.put(threads[i], Math.max(0, bytes[i]));
        }
        return allocated;
    }

    /** From JDK 21 on, and the only one that sees virtual threads. */
    private static Optional<MethodHandle> total() {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(
                            ThreadMXBean.class, "getTotalThreadAllocatedBytes", MethodType.methodType(long.class)));
        } catch (final NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }
}
