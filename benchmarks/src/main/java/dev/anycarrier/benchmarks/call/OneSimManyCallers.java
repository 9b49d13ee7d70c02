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
import java.util.stream.Stream;

/** Ten thousand who ask about the same SIM at once: how many requests that makes, and how much longer than one it takes. */
public final class OneSimManyCallers implements Measurement {

    private static final String USAGE = "/v2/sims/";
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");
    private static final int FORKS = 3;
    private static final int WARM_UP = 20;
    private static final int MEASURED = 11;

    /** So that all callers are there before the answer is. */
    private static final long CARRIER_MILLIS = 50;

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        try {
            final Path usage = Files.writeString(Files.createTempFile("usage", ".json"), AiraloBodies.USAGE);
            final Path token = Files.writeString(Files.createTempFile("token", ".json"), AiraloBodies.TOKEN);
            try (ServerProcess server = ServerProcess.start(
                    processes,
                    ServerProcess.answer(CrowdFork.SLOWLY + USAGE, usage, CARRIER_MILLIS),
                    ServerProcess.answer(CrowdFork.SLOWLY + "/v2/token", token, 0))) {
                return results(effort, processes, server);
            } finally {
                Files.delete(usage);
                Files.delete(token);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Result> results(final Effort effort, final Processes processes, final ServerProcess server) {
        final int callers = effort.of(CallerThreads.count() / 10, CallerThreads.count());
        final int warmUp = effort.of(2, WARM_UP);
        final int measured = effort.of(2, MEASURED);
        final int forks = effort.of(1, FORKS);
        final List<Map<String, Double>> said = new ArrayList<>();
        for (int fork = 0; fork < forks; fork++) {
            said.add(processes.run(
                    OPTIONS,
                    CrowdFork.class,
                    Integer.toString(server.port()),
                    Integer.toString(callers),
                    Integer.toString(warmUp),
                    Integer.toString(measured)));
        }
        final double sims = (double) forks * CrowdFork.sims(warmUp, measured);
        final String who = callers + " callers of one SIM at once, on " + CallerThreads.kind();
        final Figure over = figure("time over one call", said, CrowdFork.OVER);
        final List<Figure> times = List.of(
                figure("one call, carrier takes " + CARRIER_MILLIS + " ms", said, CrowdFork.ONE),
                figure("one call, carrier answers at once", said, CrowdFork.ONE + CrowdFork.AT_ONCE),
                figure("time over one call, carrier answers at once", said, CrowdFork.OVER + CrowdFork.AT_ONCE),
                figure("the threads alone, asking nobody", said, CrowdFork.OVER + CrowdFork.NOBODY));
        final Result requests = new Result(
                id(),
                who + ": requests",
                Math.max(server.count(USAGE), server.count(CrowdFork.SLOWLY + USAGE)) / sims,
                "requests",
                Goal.atMost(1),
                CallerThreads.areVirtual()
                        ? List.of()
                        : Stream.concat(Stream.of(over), times.stream()).toList());
        // So many platform threads take longer by themselves than any goal for those who are no burden.
        return CallerThreads.areVirtual()
                ? List.of(
                        requests,
                        new Result(
                                id(),
                                who + ": time over one call",
                                over.value(),
                                over.unit(),
                                Goal.atMost(50).stretch(20),
                                times))
                : List.of(requests);
    }

    private static Figure figure(final String name, final List<Map<String, Double>> said, final String what) {
        return new Figure(name, median(said, what), "ms");
    }

    private static double median(final List<Map<String, Double>> said, final String what) {
        return Medians.of(said.stream()
                .map(figures -> Objects.requireNonNull(figures.get(what), what))
                .toList());
    }
}
