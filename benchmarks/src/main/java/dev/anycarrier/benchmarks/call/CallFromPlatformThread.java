package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.server.ServerCheck;
import dev.anycarrier.benchmarks.server.ServerProcess;
import java.util.List;

/**
 * How long a platform thread waits for one question that has to go to the carrier: as {@link UncachedCall}, with single
 * flight, deadline and interruption, which the engine never goes without.
 */
public final class CallFromPlatformThread implements Measurement {

    private static final int ROUNDS = 3;
    private static final int REQUESTS_TO_SERVER = 200_000;

    @Override
    public String id() {
        return "P2";
    }

    @Override
    public List<Result> measure(final Effort effort, final Processes processes) {
        final CallRuns runs = new CallRuns();
        try (ServerProcess server = ServerProcess.start(processes)) {
            ServerCheck.of(server, effort.of(ROUNDS * 100, REQUESTS_TO_SERVER));
            for (int round = 0; round < effort.of(1, ROUNDS); round++) {
                runs.round(effort, processes, server, List.of(Peer.ENGINE, Peer.USUAL));
            }
        }
        return List.of(new Result(
                id(),
                "wall time of one uncached usage, from a platform thread / plain Feign on HC5",
                runs.ratio(CallFork.WALL),
                "",
                Goal.atMost(1.3).stretch(1.1),
                runs.figures(CallFork.WALL, "µs")));
    }
}
