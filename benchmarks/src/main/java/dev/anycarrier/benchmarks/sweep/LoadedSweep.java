package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import dev.anycarrier.benchmarks.server.AiraloBodies;
import dev.anycarrier.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** P6: a sweep with very many questions under way, beside the same requests without any of our guarantees. */
public final class LoadedSweep implements Measurement {

    /** As large from the start as it needs to be: what a heap costs while it grows is the same for everybody, and not asked here. */
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

    private static final int FORKS = 3;

    /** A first sweep is over in seconds and differs from one JVM to the next by a tenth: so many more count for it alone. */
    private static final int FORKS_OF_A_FIRST_SWEEP = 6;

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    @Override
    public String id() {
        return "P6";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final SweepLoad load = SweepLoad.of(effort);
        final Map<String, Runs> runs = new LinkedHashMap<>();
        try (Answers answers = Answers.create();
                ServerProcess server = ServerProcess.start(
                        processes, ServerProcess.answer("/v2/sims/", answers.file(), load.delayMillis()))) {
            final String address = server.address().toString();
            // The first sweep that the carrier's stand-in serves waits for its compilers too: nobody's, so it counts
            // for none.
            peer(processes, load.first(), address, "platform");
            for (int fork = 0; fork < effort.of(1, FORKS); fork++) {
                ask(processes, load, address)
                        .forEach((name, figures) -> runsOf(name, runs).add(figures));
            }
            for (int fork = 0; fork < effort.of(0, FORKS_OF_A_FIRST_SWEEP); fork++) {
                ask(processes, load.first(), address)
                        .forEach((name, figures) -> runsOf(name, runs).addFirst(figures));
            }
        }
        return results(runs);
    }

    /** What a JVM of each contender reports. */
    private static Map<String, Map<String, Double>> ask(
            final Processes processes, final SweepLoad load, final String address) {
        final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
        figures.put("Anycarrier", processes.run(HEAP, SweepFork.class, load.arguments(address)));
        figures.put("Feign on HC5, 500 threads", peer(processes, load, address, "platform"));
        if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
            figures.put("Feign on HC5, virtual threads", peer(processes, load, address, "virtual"));
        }
        return figures;
    }

    private static Map<String, Double> peer(
            final Processes processes, final SweepLoad load, final String address, final String threads) {
        final List<String> options = new ArrayList<>(HEAP);
        options.add("-Dthreads=" + threads);
        return processes.run(options, FeignFork.class, load.arguments(address));
    }

    private static List<Result> results(final Map<String, Runs> runs) {
        final Runs ours = Objects.requireNonNull(runs.get("Anycarrier"));
        final List<Result> results = new ArrayList<>();
        final List<Figure> warm = new ArrayList<>();
        final List<Figure> cold = new ArrayList<>();
        final List<Figure> threads = new ArrayList<>();
        runs.forEach((name, its) -> {
            warm.add(new Figure(name + ", warm", Medians.of(its.warm), "of the ideal"));
            cold.add(new Figure(name + ", cold", Medians.of(its.cold), "of the ideal"));
            threads.add(new Figure(name, Medians.of(its.threads), "threads"));
            threads.add(new Figure(name + ", CPU a question, warm", Medians.of(its.cpuMicros), "µs"));
        });
        results.add(new Result(
                "P6",
                "a sweep's share of the ideal speed, warm",
                Medians.of(ours.warm),
                "",
                Goal.atLeast(0.95).stretch(0.965),
                warm));
        results.add(new Result(
                "P6",
                "a sweep's share of the ideal speed, first in its JVM",
                Medians.of(ours.cold),
                "",
                Goal.atLeast(0.65).stretch(0.77),
                cold));
        if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS) {
            results.add(new Result(
                    "P6",
                    "platform threads of a JVM that sweeps",
                    Medians.of(ours.threads),
                    "",
                    Goal.atMost(16),
                    threads));
        }
        return results;
    }

    private static Runs runsOf(final String name, final Map<String, Runs> runs) {
        return runs.computeIfAbsent(name, missing -> new Runs());
    }

    /** What the forks of one contender reported. */
    private static final class Runs {
        private final List<Double> cold = new ArrayList<>();
        private final List<Double> warm = new ArrayList<>();
        private final List<Double> threads = new ArrayList<>();
        private final List<Double> cpuMicros = new ArrayList<>();

        void add(final Map<String, Double> figures) {
            addFirst(figures);
            warm.add(figure(figures, SweepRounds.WARM));
            threads.add(figure(figures, SweepRounds.THREADS));
            cpuMicros.add(figure(figures, SweepRounds.CPU_MICROS));
        }

        void addFirst(final Map<String, Double> figures) {
            cold.add(figure(figures, SweepRounds.COLD));
        }

        private static double figure(final Map<String, Double> figures, final String name) {
            return Objects.requireNonNull(figures.get(name), name);
        }
    }

    /** The usage that the server gives as its answer, as a file for as long as it is needed. */
    private record Answers(Path file) implements AutoCloseable {

        static Answers create() {
            try {
                return new Answers(
                        Files.writeString(Files.createTempFile("anycarrier-usage", ".json"), AiraloBodies.USAGE));
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                Files.delete(file);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
