package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.Evidence;
import dev.anycarrier.cluster.proof.law.NodeStory;
import dev.anycarrier.cluster.proof.law.Terms;
import dev.anycarrier.cluster.proof.law.Trouble;
import dev.anycarrier.cluster.proof.law.Verdict;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plays a plan: after each step all nodes have to get answers again before the next one is taken. For one thread. */
final class Run {

    /** More SIMs than the account's limit lets be asked in their interval, and few enough for that to bind too. */
    private static final int SIMS = 36;

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
    private static final int ENOUGH_ANSWERS = 3;
    private static final int ENOUGH_REQUESTS = 20;
    private static final int PAUSES = 3;
    private static final int LATEST_STRIKE_MILLIS = 20;

    /** Longer than any limit's window: then it is understood as the account's. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(3);

    private final Stage stage;
    private final Watch watch;
    private final Plan plan;
    private final SplittableRandom random;
    private final List<Trouble> troubles = new ArrayList<>();

    private Run(final Stage stage, final Plan plan) {
        this.stage = stage;
        this.watch = stage.watch();
        this.plan = plan;
        this.random = new SplittableRandom(~plan.seed());
    }

    /** Plays it to the end and judges it. */
    static Report play(final Plan plan, final Path folder) {
        try (Stage stage = new Stage(
                plan.seed(), terms(plan.sharesTokens()), SIMS, folder, Optional.empty(), plan.apart())) {
            return new Run(stage, plan).play();
        }
    }

    /** The limits of a carrier in seconds where theirs are minutes. */
    static Terms terms(final boolean sharesTokens) {
        return new Terms(
                List.of(
                        new RateLimit(LimitScope.ACCOUNT, 20, Duration.ofSeconds(1)),
                        new RateLimit(LimitScope.SIM, 1, Duration.ofSeconds(2)),
                        new RateLimit(LimitScope.TOKEN_ENDPOINT, 5, Duration.ofSeconds(1))),
                Duration.ofSeconds(2),
                sharesTokens,
                Duration.ofMillis(500));
    }

    private Report play() {
        final Instant begin = watch.now();
        awaitAnswers("at the beginning");
        for (final Step step : plan.steps()) {
            take(step);
            awaitAnswers("after " + step);
        }
        final List<NodeStory> stories = stage.end();
        final List<Ledger.Entry> ledger = stage.carrier().ledger().entries();
        final Evidence evidence =
                new Evidence(stage.terms(), ledger, stage.carrier().holds(), troubles, stories);
        final Map<String, Integer> outcomes = stage.all().stream()
                .flatMap(node -> node.outcomes().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        return new Report(plan, evidence, Verdict.of(evidence), outcomes, Duration.between(begin, watch.now()));
    }

    private void take(final Step step) {
        awaitRequest();
        switch (step) {
            case KILL_NODE -> {
                stage.kill(stage.anyNode());
                final Instant killed = watch.now();
                note(Trouble.Kind.NODE_KILLED, killed, killed);
                stage.startAnother();
            }
            case PAUSE_NODE -> {
                for (int i = 0; i < PAUSES; i++) {
                    final NodeProcess node = stage.anyNode();
                    node.pause();
                    trouble(Trouble.Kind.NODE_PAUSED, drawn(600, 1800), node::resume);
                    awaitRequest();
                }
            }
            case RESTART_STORE -> {
                stage.redis().stop();
                trouble(Trouble.Kind.STORE_RESTARTED, drawn(800, 2500), stage.redis()::startAgain);
            }
            case EMPTY_STORE -> {
                stage.redis().kill();
                trouble(Trouble.Kind.STORE_EMPTIED, drawn(10, 1500), stage.redis()::restartEmpty);
            }
            case PAUSE_STORE -> {
                stage.redis().pause();
                trouble(Trouble.Kind.STORE_PAUSED, plan.storePause(), stage.redis()::resume);
            }
            case REFUSE -> {
                final int before = stage.carrier().holds().size();
                stage.carrier().refuseNext(RETRY_AFTER);
                watch.await(
                        "the refusal",
                        LONGEST_RECOVERY,
                        () -> stage.carrier().holds().size() > before);
            }
        }
    }

    private Duration drawn(final int least, final int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }

    private void trouble(final Trouble.Kind kind, final Duration length, final Runnable end) {
        final Instant from = watch.now();
        watch.pass(length);
        final Instant until = watch.now();
        end.run();
        note(kind, from, until);
    }

    private void note(final Trouble.Kind kind, final Instant from, final Instant until) {
        troubles.add(new Trouble(kind, from, until));
    }

    /** Requests come in swarms, whenever a limit lets them: in the midst of one, most can go wrong. */
    private void awaitRequest() {
        final int requests = requests();
        watch.await("a request", LONGEST_RECOVERY, () -> requests() > requests);
        watch.pass(Duration.ofMillis(random.nextInt(LATEST_STRIKE_MILLIS)));
    }

    private int requests() {
        return stage.carrier().ledger().entries().size();
    }

    private void awaitAnswers(final String when) {
        final Map<NodeProcess, Integer> before =
                stage.living().stream().collect(Collectors.toMap(Function.identity(), NodeProcess::fresh));
        final int requests = requests();
        watch.await(
                "every node gets answers " + when,
                LONGEST_RECOVERY,
                () -> requests() - requests >= ENOUGH_REQUESTS
                        && before.entrySet().stream()
                        .allMatch(node -> node.getKey().fresh() >= node.getValue() + ENOUGH_ANSWERS));
    }
}
