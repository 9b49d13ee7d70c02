package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import dev.anycarrier.benchmarks.server.ServerCheck;
import dev.anycarrier.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;

/** One question that has to go to the carrier, through the whole engine: the CPU and the memory that it takes. */
public final class UncachedCall implements Measurement {

    private static final int ROUNDS = 5;

    /** Enough for peers that are shown and not measured against. */
    private static final int ROUNDS_OF_OTHERS = 1;

    private static final List<Peer> GOAL = List.of(Peer.ENGINE, Peer.USUAL);

    private static final int REQUESTS_TO_SERVER = 400_000;

    @Override
    public String id() {
        return "P1";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final CallRuns runs = new CallRuns();
        final List<Figure> ofServer = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(processes)) {
            ofServer.addAll(ServerCheck.of(server, effort.of(ROUNDS * 100, REQUESTS_TO_SERVER)));
            final long cpu = server.cpuNanos();
            final long begun = System.nanoTime();
            for (int round = 0; round < effort.of(1, ROUNDS); round++) {
                runs.round(
                        effort,
                        processes,
                        server,
                        round < effort.of(0, ROUNDS_OF_OTHERS) ? List.of(Peer.values()) : GOAL);
            }
            ofServer.add(new Figure(
                    "share of one core that the server used",
                    (double) (server.cpuNanos() - cpu) / (System.nanoTime() - begun),
                    ""));
        }
        final List<Figure> cpu = new ArrayList<>(runs.figures(CallFork.CPU, "µs"));
        cpu.addAll(ofServer);
        return List.of(
                new Result(
                        id(),
                        "CPU of one uncached usage / plain Feign on HC5",
                        runs.ratio(CallFork.CPU),
                        "",
                        Goal.atMost(1.00).stretch(0.55),
                        cpu),
                new Result(
                        id(),
                        "bytes allocated for one uncached usage / plain Feign on HC5",
                        runs.ratio(CallFork.BYTES),
                        "",
                        Goal.atMost(0.80).stretch(0.55),
                        runs.figures(CallFork.BYTES, "B")));
    }
}
