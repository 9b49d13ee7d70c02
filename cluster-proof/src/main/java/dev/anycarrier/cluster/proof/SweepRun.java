package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.Evidence;
import dev.anycarrier.cluster.proof.law.NodeStory;
import dev.anycarrier.cluster.proof.law.Terms;
import dev.anycarrier.cluster.proof.law.Trouble;
import dev.anycarrier.cluster.proof.law.Verdict;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.cluster.sweep.SweepPlanOptions;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.SimRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sweep that three nodes work on, of which one is killed while it does. For one thread. */
final class SweepRun {

    static final int SIMS = 400;

    private static final String IDENTITY = "proof";
    private static final int CHUNK = 20;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private SweepRun() {}

    /**
     * What came of it.
     *
     * @param outcomes what is kept in the table
     * @param verdict what the laws say
     * @param report figures, for people
     */
    record End(List<SweepOutcome> outcomes, Verdict verdict, String report) {

        End {
            outcomes = List.copyOf(outcomes);
        }
    }

    static List<SimRef> sims() {
        return IntStream.range(0, SIMS)
                .mapToObj(number -> new SimRef(Orders.ACCOUNT, ProofSims.number(number)))
                .toList();
    }

    static End play(final long seed, final Path folder) {
        final Terms terms = new Terms(
                List.of(
                        new RateLimit(LimitScope.ACCOUNT, 60, Duration.ofSeconds(1)),
                        new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(3)),
                        new RateLimit(LimitScope.TOKEN_ENDPOINT, 5, Duration.ofSeconds(1))),
                Duration.ofSeconds(2),
                true,
                Duration.ofMillis(500));
        try (PostgresServer postgres = PostgresServer.start();
                ClusterSweeps sweeps = ClusterSweeps.builder()
                        .database(postgres.jdbcUrl())
                        .node("planner")
                        .chunkSize(CHUNK)
                        .build();
                Stage stage = new Stage(seed, terms, SIMS, folder, Optional.of(postgres.jdbcUrl()), false)) {
            return play(sweeps, stage);
        }
    }

    private static End play(final ClusterSweeps sweeps, final Stage stage) {
        final Watch watch = stage.watch();
        final Instant begin = watch.now();
        sweeps.plan(IDENTITY, sims(), SweepPlanOptions.defaults());
        watch.await("a third of the SIMs", LONGEST, () -> progress(sweeps).ended() >= SIMS / 3);
        final List<String> atWork = progress(sweeps).nodes();
        final NodeProcess victim = stage.living().stream()
                .filter(node -> atWork.contains(node.name()))
                .findFirst()
                .orElseGet(stage::anyNode);
        stage.kill(victim);
        final Instant killed = watch.now();
        stage.startAnother();
        watch.await(
                "the end of the sweep",
                LONGEST,
                () -> progress(sweeps).state() == ClusterSweepProgress.State.ENDED);
        final Duration length = Duration.between(begin, watch.now());
        final List<SweepOutcome> outcomes;
        try (Stream<SweepOutcome> kept = sweeps.outcomes(IDENTITY)) {
            outcomes = kept.toList();
        }
        final List<NodeStory> stories = stage.end();
        final Evidence evidence = new Evidence(
                stage.terms(),
                stage.carrier().ledger().entries(),
                stage.carrier().holds(),
                List.of(new Trouble(Trouble.Kind.NODE_KILLED, killed, killed)),
                stories);
        final Verdict verdict = Verdict.of(evidence);
        return new End(
                outcomes,
                verdict,
                outcomes.size() + " outcomes of " + SIMS + " SIMs in " + length.toMillis() + " ms, "
                        + evidence.ledger().size() + " requests, at work when one was killed: " + atWork + ": "
                        + verdict);
    }

    private static ClusterSweepProgress progress(final ClusterSweeps sweeps) {
        return sweeps.progress(IDENTITY).orElseThrow();
    }
}
