package dev.anycarrier.benchmarks.cache;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The processor time of the thread that is measured: what others do on the machine does not matter to it. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class CpuTime {

    static final String COUNTER = "used";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** In nanoseconds; what is told of it is how much time passes in one. */
    public long used;

    private long start;

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void start() {
        start = THREADS.getCurrentThreadCpuTime();
    }

    /** Counts. */
    @TearDown(Level.Iteration)
    public void stop() {
        used = THREADS.getCurrentThreadCpuTime() - start;
    }
}
