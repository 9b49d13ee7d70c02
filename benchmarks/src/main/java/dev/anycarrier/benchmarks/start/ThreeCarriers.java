package dev.anycarrier.benchmarks.start;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** P8: three carriers ready to be asked, in a JVM that has done nothing yet, beside three clients wired by hand. */
public final class ThreeCarriers implements Measurement {

    /** What each of the mains reports: milliseconds from its first line until everything is ready. */
    static final String READY = "ready";

    private static final int RUNS = 21;
    private static final int RUNS_IN_SMOKE = 1;

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final List<Double> ours = new ArrayList<>();
        final List<Double> byHand = new ArrayList<>();
        for (int run = 0; run < effort.of(RUNS_IN_SMOKE, RUNS); run++) {
            ours.add(ready(processes, BuiltAccounts.class));
            byHand.add(ready(processes, HandWiredClients.class));
        }
        final Figure built = new Figure("Anycarrier, three accounts", Medians.of(ours), "ms");
        final Figure wired = new Figure("three Feign clients on HC5", Medians.of(byHand), "ms");
        return List.of(new Result(
                "P8",
                "three carriers ready to be asked, cold / three clients wired by hand",
                built.value() / wired.value(),
                "",
                Goal.atMost(1.10).stretch(0.6),
                List.of(built, wired)));
    }

    private static double ready(final Processes processes, final Class<?> main) {
        return Objects.requireNonNull(processes.run(List.of(), main).get(READY), "no time was reported");
    }
}
