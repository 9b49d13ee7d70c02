package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** P4: what is remembered of each SIM, in all and by the limiter alone. */
public final class StatePerSim implements Measurement {

    private static final List<String> HEAP = List.of("-Xms3g", "-Xmx3g");
    private static final int WARM_UP = 2;

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final List<Map<String, Double>> states = new ArrayList<>();
        final List<Map<String, Double>> limiters = new ArrayList<>();
        final int passes = effort.of(WARM_UP + 1, WARM_UP + 5);
        for (int round = 0; round < effort.of(1, 3); round++) {
            states.add(processes.run(HEAP, StateRun.class, Integer.toString(effort.of(1_000, 200_000))));
            limiters.add(processes.run(
                    HEAP, LimiterRun.class, Integer.toString(effort.of(10_000, 1_000_000)), Integer.toString(passes)));
        }
        final double oursBytes = median(limiters, LimiterRun.bytes("ours"));
        final double theirBytes = median(limiters, LimiterRun.bytes("bucket4j"));
        final double oursTime = time(limiters, "ours", passes);
        final double theirTime = time(limiters, "bucket4j", passes);
        return List.of(
                new Result(
                        id(),
                        "the engine's whole state of a SIM",
                        median(states, StateRun.BYTES),
                        "B",
                        Goal.atMost(900).stretch(400),
                        List.of()),
                new Result(
                        id(),
                        "limiter and hold of a million SIMs / Bucket4j: bytes",
                        oursBytes / theirBytes,
                        "",
                        Goal.atMost(0.25).stretch(0.08),
                        List.of(new Figure("ours", oursBytes, "B"), new Figure("Bucket4j", theirBytes, "B"))),
                new Result(
                        id(),
                        "limiter and hold of a million SIMs / Bucket4j: time",
                        oursTime / theirTime,
                        "",
                        Goal.atMost(0.33).stretch(0.08),
                        List.of(new Figure("ours", oursTime, "ns"), new Figure("Bucket4j", theirTime, "ns"))));
    }

    private static double median(final List<Map<String, Double>> runs, final String name) {
        return Medians.of(runs.stream()
                .map(run -> Objects.requireNonNull(run.get(name), name))
                .toList());
    }

    private static double time(final List<Map<String, Double>> runs, final String name, final int passes) {
        final List<Double> times = new ArrayList<>();
        for (int pass = WARM_UP; pass < passes; pass++) {
            times.add(median(runs, LimiterRun.time(name, pass)));
        }
        return Medians.of(times);
    }
}
