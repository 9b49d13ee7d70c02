package dev.anycarrier.benchmarks.cache;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What lives on the heap. */
final class Heap {

    private static final int COLLECTIONS = 4;

    private Heap() {}

    /** Bytes in use after several full collections. */
    static long used() {
        final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
