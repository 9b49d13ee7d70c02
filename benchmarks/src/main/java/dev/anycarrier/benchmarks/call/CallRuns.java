package dev.anycarrier.benchmarks.call;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Medians;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result.Figure;
import dev.anycarrier.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What forks said, each of one peer, one peer after the other and round after round. */
final class CallRuns {

    /** The same for everybody: a heap that nobody fills, and that does not grow while it is measured. */
    private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");

    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 30_000;
    private static final int SMOKE = 200;

    private final Map<Peer, List<Map<String, Double>>> said = new EnumMap<>(Peer.class);

    /** Runs one round. */
    void round(final Effort effort, final Processes processes, final ServerProcess server, final List<Peer> peers) {
        for (final Peer peer : peers) {
            said.computeIfAbsent(peer, first -> new ArrayList<>())
                    .add(processes.run(
                            OPTIONS,
                            CallFork.class,
                            peer.name(),
                            Integer.toString(server.port()),
                            Integer.toString(effort.of(SMOKE, WARM_UP)),
                            Integer.toString(effort.of(SMOKE, MEASURED))));
        }
    }

    /** The median of what a peer's forks said. */
    double median(final Peer peer, final String what) {
        return Medians.of(Objects.requireNonNull(said.get(peer), "its forks have run").stream()
                .map(figures -> Objects.requireNonNull(figures.get(what), what))
                .toList());
    }

    /** Ours over that of the peer people use. */
    double ratio(final String what) {
        return median(Peer.ENGINE, what) / median(Peer.USUAL, what);
    }

    /** The medians of all who ran. */
    List<Figure> figures(final String what, final String unit) {
        return said.keySet().stream()
                .map(peer -> new Figure(peer.title(), median(peer, what), unit))
                .toList();
    }
}
