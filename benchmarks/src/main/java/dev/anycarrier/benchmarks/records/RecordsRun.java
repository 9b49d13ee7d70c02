package dev.anycarrier.benchmarks.records;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.anycarrier.benchmarks.Processes;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the same pages in several ways in turns. */
final class RecordsRun {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private RecordsRun() {}

    /**
     * Runs it.
     *
     * @param arguments the number of distinct pages, of all pages of a walk, and of walks
     */
    public static void main(final String[] arguments) {
        final PageBodies bodies = new PageBodies(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        final int walks = Integer.parseInt(arguments[2]);
        Processes.report("page.bytes", bodies.bytes());
        try (EngineSums engine = new EngineSums(bodies)) {
            final Map<String, Sums> all = new LinkedHashMap<>();
            all.put("engine", engine);
            all.put("databind", new DatabindSums(bodies));
            all.put("streaming", new StreamingSums(bodies));
            final long[] expected = new StreamingSums(bodies).read();
            for (int walk = 0; walk < walks; walk++) {
                final int number = walk;
                all.forEach((name, sums) -> measure(name + '.' + number + '.', sums, bodies.records(), expected));
            }
        }
    }

    private static void measure(final String prefix, final Sums sums, final int records, final long[] expected) {
        final long allocated = allocated();
        final long cpu = SYSTEM.getProcessCpuTime();
        final long start = System.nanoTime();
        final long[] read = sums.read();
        final long end = System.nanoTime();
        Processes.report(prefix + "cpu", (double) (SYSTEM.getProcessCpuTime() - cpu) / records);
        Processes.report(prefix + "wall", (double) (end - start) / records);
        Processes.report(prefix + "bytes", (double) (allocated() - allocated) / records);
        if (!Arrays.equals(read, expected)) {
            throw new IllegalStateException(prefix + " comes to " + Arrays.toString(read));
        }
    }

    /** By all threads there are; whoever ended meanwhile is missing, and the engine keeps its threads for a while. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
