package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.benchmarks.Iccids;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimRef;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Sweeps in virtual time, in a JVM of their own. */
final class VirtualFork {

    static final String MICROS = "micros";
    static final String HEAP = "heap";

    private static final String ACCOUNT = "airalo";
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int LOOKS_AT_HEAP = 4;
    private static final long BETWEEN_LOOKS_NANOS = 50_000_000;

    private final VirtualTime time = new VirtualTime();
    private final int sims;
    private final boolean looksAtHeap;
    private long delivered;
    private long cpuNanos;
    private long live;

    private VirtualFork(final int sims, final boolean looksAtHeap) {
        this.sims = sims;
        this.looksAtHeap = looksAtHeap;
    }

    /**
     * Sweeps.
     *
     * <p>The later half of the sweeps of a size counts: what is compiled for many short sweeps differs from that for a long one.
     *
     * @param arguments the number of cached SIMs, and of SIMs that are read to warm up; then, of each size, the number of
     *     SIMs of a sweep and of sweeps
     */
    public static void main(final String... arguments) {
        final String cached = arguments[0];
        new VirtualFork(Integer.parseInt(arguments[1]), false).sweep(cached);
        for (int i = 2; i < arguments.length; i += 2) {
            final int sims = Integer.parseInt(arguments[i]);
            final int sweeps = Integer.parseInt(arguments[i + 1]);
            final List<Double> micros = new ArrayList<>();
            long live = 0;
            for (int sweep = 0; sweep < sweeps; sweep++) {
                final VirtualFork fork = new VirtualFork(sims, sweep == sweeps - 1);
                fork.sweep(cached);
                micros.add(fork.cpuNanos / NANOS_PER_MICRO / sims);
                live = fork.live;
            }
            Processes.report(MICROS + sims, Medians.of(micros.subList(sweeps / 2, sweeps)));
            Processes.report(HEAP + sims, (double) live);
        }
    }

    private void sweep(final String cached) {
        final Settings settings = Settings.builder()
                .set("airalo.provider", "airalo")
                .set("airalo.client-id", "client")
                .set("airalo.client-secret", "secret")
                .set("airalo.cached-sims", cached)
                .set("airalo.maximum-connections", "1")
                .build();
        final Ports ports = new Ports(time, time, NameResolver.system(), new SplittableRandom(1));
        final Iterable<SimRef> all = () -> IntStream.range(0, sims)
                .mapToObj(number -> new SimRef(ACCOUNT, Iccid.of(Iccids.of(number))))
                .iterator();
        try (Anycarrier carriers = Anycarrier.builder()
                        .settings(settings)
                        .ports(ports)
                        .wires((account, options) -> new InstantCarrier(time))
                        .build();
                Sweep sweep = carriers.sweep(all)) {
            final long before = time.cpuNanos();
            final SweepProgress end = sweep.run(outcome -> delivered++);
            cpuNanos = time.cpuNanos() - before;
            live = looksAtHeap ? liveBytes() : 0;
            if (end.done() != sims || delivered != sims) {
                throw new IllegalStateException("not every SIM was read: " + end);
            }
        }
    }

    /** What is still there when everything is known and nothing under way; what is cleared by other threads takes a moment. */
    private static long liveBytes() {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS_AT_HEAP; look++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return least;
    }
}
