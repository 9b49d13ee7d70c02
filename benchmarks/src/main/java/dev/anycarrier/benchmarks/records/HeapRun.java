package dev.anycarrier.benchmarks.records;

import dev.anycarrier.benchmarks.Processes;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.IntConsumer;

/** Adds up many records, and looks at the heap in between. */
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
        final int every = Integer.parseInt(arguments[1]) / LOOKS;
        final IntConsumer look = page -> {
            if (page > 0 && page % every == 0) {
                memory.gc();
                memory.gc();
                Processes.report(
                        look(page / every), (double) memory.getHeapMemoryUsage().getUsed());
            }
        };
        try (EngineSums engine = new EngineSums(bodies, look)) {
            engine.read();
        }
    }

    static String look(final int number) {
        return "heap." + number;
    }
}
