package dev.anycarrier.benchmarks.call;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ten thousand who ask about the same SIM at once: how many requests that makes, and how much longer than one it takes. */
public final class OneSimManyCallers implements Measurement {

    private static final String USAGE = "/v2/sims/";
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");
    private static final int FORKS = 3;
    private static final int WARM_UP = 30;
    private static final int MEASURED = 20;

    /** What a carrier takes, so that all callers are there before its answer is. */
    private static final long CARRIER_MILLIS = 50;

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        try {
            final Path body = Files.writeString(Files.createTempFile("usage", ".json"), AiraloBodies.USAGE);
            try {
                return results(
                        effort,
                        Crowd.of(effort, processes, body, CARRIER_MILLIS),
                        Crowd.of(effort, processes, body, 0));
            } finally {
                Files.delete(body);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Result> results(final Effort effort, final Crowd slowly, final Crowd atOnce) {
        final String who = callers(effort) + " callers of one SIM at once, on " + CallerThreads.kind();
        return List.of(
                new Result(
                        id(),
                        who + ": requests",
                        Math.max(slowly.requestsPerSim, atOnce.requestsPerSim),
                        "requests",
                        Goal.atMost(1),
                        List.of()),
                new Result(
                        id(),
                        who + ": time over one call",
                        slowly.over,
                        "ms",
                        Goal.atMost(50).stretch(20),
                        List.of(
                                new Figure("one call, carrier takes " + CARRIER_MILLIS + " ms", slowly.alone, "ms"),
                                new Figure("time over one call, carrier answers at once", atOnce.over, "ms"),
                                new Figure("one call, carrier answers at once", atOnce.alone, "ms"))));
    }

    private static int callers(final Effort effort) {
        return effort.of(CallerThreads.count() / 10, CallerThreads.count());
    }

    /** What the forks against one server came to. */
    private record Crowd(double requestsPerSim, double over, double alone) {

        static Crowd of(final Effort effort, final Processes processes, final Path body, final long delayMillis) {
            final int warmUp = effort.of(2, WARM_UP);
            final int measured = effort.of(2, MEASURED);
            final int forks = effort.of(1, FORKS);
            final List<Map<String, Double>> said = new ArrayList<>();
            try (ServerProcess server =
                    ServerProcess.start(processes, ServerProcess.answer(USAGE, body, delayMillis))) {
                for (int fork = 0; fork < forks; fork++) {
                    said.add(processes.run(
                            OPTIONS,
                            CrowdFork.class,
                            Integer.toString(server.port()),
                            Integer.toString(callers(effort)),
                            Integer.toString(warmUp),
                            Integer.toString(measured)));
                }
                final double sims = (double) forks * CrowdFork.sims(warmUp, measured);
                return new Crowd(
                        server.count(USAGE) / sims, median(said, CrowdFork.OVER), median(said, CrowdFork.ALONE));
            }
        }

        private static double median(final List<Map<String, Double>> said, final String what) {
            return Medians.of(said.stream()
                    .map(figures -> Objects.requireNonNull(figures.get(what), what))
                    .toList());
        }
    }
}
