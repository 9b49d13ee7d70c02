package dev.anycarrier.benchmarks.records;

import dev.anycarrier.benchmarks.Processes;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Reads many records, and looks at the heap in between. */
final class HeapRun {

    static final int LOOKS = 10;

    private HeapRun() {}

    /**
     * Runs it.
     *
     * @param arguments the number of distinct pages, and of all pages
     */
    public static void main(final String[] arguments) {
        final PageBodies bodies = new PageBodies(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        final long every = bodies.records() / LOOKS;
        final long[] seen = {0};
        try (EngineSums engine = new EngineSums(bodies)) {
            engine.forEach(record -> {
                seen[0]++;
                if (seen[0] % every == 0) {
                    memory.gc();
                    memory.gc();
                    Processes.report(look((int) (seen[0] / every)), (double)
                            memory.getHeapMemoryUsage().getUsed());
                }
            });
        }
    }

    static String look(final int number) {
        return "heap." + number;
    }
}
