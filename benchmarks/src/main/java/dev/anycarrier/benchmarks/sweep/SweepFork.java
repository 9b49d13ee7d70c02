package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.benchmarks.Iccids;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Our sweeps, in a JVM of their own. */
final class SweepFork {

    private static final String ACCOUNT = "airalo";
    private static final String NO_LIMIT = "1000000/1s";

    /** Of the form for which least is kept of a SIM, and over before it can be met. */
    private static final String NO_LIMIT_OF_A_SIM = "1/1ms";

    private SweepFork() {}

    /** Sweeps. */
    public static void main(final String... arguments) {
        final SweepLoad load = SweepLoad.parse(arguments);
        final Settings settings = Settings.builder()
                .set("airalo.provider", "airalo")
                .set("airalo.base-url", arguments[0])
                .set("airalo.client-id", "client")
                .set("airalo.client-secret", "secret")
                .set("airalo.limit-sim", NO_LIMIT_OF_A_SIM)
                .set("airalo.limit-account", NO_LIMIT)
                .set("airalo.maximum-connections", Integer.toString(load.inFlight()))
                .build();
        try (Anycarrier carriers = Anycarrier.builder().settings(settings).build()) {
            SweepRounds.report(load, round -> {
                final List<SimRef> sims = sims(load, round);
                return () -> sweep(carriers, sims);
            });
        }
    }

    /** Each round has SIMs of its own, so that nothing is known of any. */
    private static List<SimRef> sims(final SweepLoad load, final int round) {
        final int first = round * load.sims();
        return IntStream.range(first, first + load.sims())
                .mapToObj(number -> new SimRef(ACCOUNT, Iccid.of(Iccids.of(number))))
                .toList();
    }

    private static void sweep(final Anycarrier carriers, final List<SimRef> sims) {
        final AtomicInteger read = new AtomicInteger();
        try (Sweep sweep = carriers.sweep(sims)) {
            sweep.run(outcome -> {
                if (outcome instanceof SweepOutcome.Read) {
                    read.incrementAndGet();
                } else {
                    throw new IllegalStateException("not read: " + outcome);
                }
            });
        }
        if (read.get() != sims.size()) {
            throw new IllegalStateException(read + " of " + sims.size() + " SIMs were read");
        }
    }
}
