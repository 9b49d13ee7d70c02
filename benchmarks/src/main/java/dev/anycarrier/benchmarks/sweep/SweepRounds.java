package dev.anycarrier.benchmarks.sweep;

import com.sun.management.OperatingSystemMXBean;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Sweeps again and again in one JVM, and reports how fast the first and the last of them were. */
final class SweepRounds {

    static final String COLD = "cold";
    static final String WARM = "warm";
    static final String THREADS = "threads";
    static final String CPU_MICROS = "cpu-micros";

    private static final double NANOS_PER_MICRO = 1_000;

    private SweepRounds() {}

    /** Reports; {@code sweeps} makes one of each round's number, with what it needs at hand before the clock runs. */
    static void report(final SweepLoad load, final IntFunction<Runnable> sweeps) {
        final List<Double> shares = new ArrayList<>();
        final List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < load.rounds(); round++) {
            final Runnable sweep = sweeps.apply(round);
            final long cpuBefore = cpuNanos();
            final long started = System.nanoTime();
            sweep.run();
            shares.add((double) load.ideal().toNanos() / (System.nanoTime() - started));
            cpu.add((cpuNanos() - cpuBefore) / NANOS_PER_MICRO / load.sims());
        }
        final int firstWarm = load.rounds() / 2;
        Processes.report(COLD, shares.get(0));
        Processes.report(WARM, Medians.of(shares.subList(firstWarm, shares.size())));
        Processes.report(CPU_MICROS, Medians.of(cpu.subList(firstWarm, cpu.size())));
        Processes.report(THREADS, ManagementFactory.getThreadMXBean().getPeakThreadCount());
        // For those who run it by hand.
        System.out.println("shares " + shares + ", CPU " + cpu);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
