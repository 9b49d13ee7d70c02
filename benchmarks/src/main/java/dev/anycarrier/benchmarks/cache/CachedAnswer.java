package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** P3: a fresh answer from the cache beside the cache alone. */
public final class CachedAnswer implements Measurement {

    private static final String ACCOUNT = "account";
    private static final String FRONT_DOOR = "frontDoor";
    private static final String CAFFEINE = "caffeine";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public String id() {
        return "P3";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final Map<String, List<Double>> times = new LinkedHashMap<>();
        final Map<String, List<Double>> bytes = new LinkedHashMap<>();
        for (int round = 0; round < effort.of(1, 3); round++) {
            for (final String benchmark :
                    round == 0 ? List.of(ACCOUNT, CAFFEINE, FRONT_DOOR) : List.of(ACCOUNT, CAFFEINE)) {
                final RunResult result = run(benchmark, effort);
                add(times, benchmark, processorTime(result));
                final var allocated =
                        Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
                add(bytes, benchmark, allocated.getScore());
            }
        }
        final List<Figure> figures = new ArrayList<>();
        for (final String benchmark : times.keySet()) {
            figures.add(new Figure(benchmark + ", CPU", median(times, benchmark), "ns"));
            figures.add(new Figure(benchmark + ", allocated", median(bytes, benchmark), "B"));
        }
        return List.of(
                new Result(
                        id(),
                        "fresh answer from the cache / bare Caffeine: CPU",
                        median(times, ACCOUNT) / median(times, CAFFEINE),
                        "",
                        Goal.atMost(1.5).stretch(1.1),
                        figures),
                new Result(
                        id(),
                        "fresh answer from the cache: allocated",
                        // Objects have whole bytes; the fractions are of the harness.
                        Math.rint(median(bytes, ACCOUNT)),
                        "B",
                        Goal.atMost(48),
                        List.of()));
    }

    private static RunResult run(final String benchmark, final Effort effort) {
        final Options options = new OptionsBuilder()
                .include("\\.CacheLookups\\." + benchmark + "$")
                .param("sims", Integer.toString(effort.of(1 << 10, 1 << 20)))
                .forks(1)
                .warmupIterations(effort.of(1, 3))
                .measurementIterations(effort.of(1, 4))
                .warmupTime(TimeValue.milliseconds(effort.of(50, 1_000)))
                .measurementTime(TimeValue.milliseconds(effort.of(50, 1_000)))
                .jvmArgs("-Xms3g", "-Xmx3g")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).runSingle();
        } catch (final RunnerException e) {
            throw new IllegalStateException(benchmark + " failed", e);
        }
    }

    /** A machine that has more to do lets time pass, but a thread gets no more of the processor for it. */
    private static double processorTime(final RunResult result) {
        final double passing = Objects.requireNonNull(
                        result.getSecondaryResults().get(CpuTime.COUNTER))
                .getScore();
        return result.getPrimaryResult().getScore() / passing;
    }

    private static void add(final Map<String, List<Double>> all, final String benchmark, final double score) {
        all.computeIfAbsent(benchmark, first -> new ArrayList<>()).add(score);
    }

    private static double median(final Map<String, List<Double>> all, final String benchmark) {
        return Medians.of(Objects.requireNonNull(all.get(benchmark)));
    }
}
