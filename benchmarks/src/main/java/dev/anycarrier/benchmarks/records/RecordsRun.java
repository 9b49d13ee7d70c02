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

    static final String ENGINE = "engine";
    static final String DATABIND = "databind";
    static final String STREAMING = "streaming";
    static final String CPU = "cpu";
    static final String WALL = "wall";
    static final String BYTES = "bytes";

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
            all.put(ENGINE, engine);
            all.put(DATABIND, new DatabindSums(bodies));
            all.put(STREAMING, new StreamingSums(bodies));
            final long[] expected = new StreamingSums(bodies).read();
            for (int walk = 0; walk < walks; walk++) {
                final int number = walk;
                all.forEach((name, sums) -> measure(name, number, sums, bodies.records(), expected));
            }
        }
    }

    private static void measure(
            final String way, final int walk, final Sums sums, final int records, final long[] expected) {
        final long allocated = allocated();
        final long cpu = SYSTEM.getProcessCpuTime();
        final long start = System.nanoTime();
        final long[] read = sums.read();
        final long end = System.nanoTime();
        Processes.report(name(way, walk, CPU), (double) (SYSTEM.getProcessCpuTime() - cpu) / records);
        Processes.report(name(way, walk, WALL), (double) (end - start) / records);
        Processes.report(name(way, walk, BYTES), (double) (allocated() - allocated) / records);
        if (!Arrays.equals(read, expected)) {
            throw new IllegalStateException(way + " comes to " + Arrays.toString(read));
        }
    }

    static String name(final String way, final int walk, final String what) {
        return way + '.' + walk + '.' + what;
    }

    /** By all threads there are; whoever ended meanwhile is missing, and the engine keeps its threads for a while. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
