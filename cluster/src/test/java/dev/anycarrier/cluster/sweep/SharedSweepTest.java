package dev.anycarrier.cluster.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.SimRef;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("cluster")
class SharedSweepTest {

    private static final SweepPlanOptions DEFAULTS = SweepPlanOptions.defaults();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PostgresServer server;

    private final Ledger ledger = new Ledger();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final String url = Schemas.next(server);

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int index = open.size() - 1; index >= 0; index--) {
            open.get(index).close();
        }
    }

    @Test
    void three_nodes_give_every_sim_one_outcome_and_ask_for_it_once() {
        final List<SimRef> sims = MemoryCarrier.sims(3_000);
        final ClusterSweeps first = node("a", Duration.ofMillis(2), ledger);
        final ClusterSweeps second = node("b", Duration.ofMillis(2), ledger);
        node("c", Duration.ofMillis(2), ledger);

        assertThat(first.plan("three", sims, DEFAULTS)).isEqualTo(new PlannedSweep("three", 3_000, false));

        awaitEnd(second, "three");
        final List<SweepOutcome> outcomes = second.outcomes("three").toList();
        assertThat(outcomes).hasSize(3_000).allMatch(Read.class::isInstance);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.sim()).isEqualTo(sims.get((int) outcome.position())));
        assertThat(outcomes.stream().map(SweepOutcome::position)).doesNotHaveDuplicates();
        assertThat(ledger.asked())
                .hasSize(3_000)
                .allSatisfy((sim, times) -> assertThat(times).isOne());
        final ClusterSweepProgress end = first.progress("three").orElseThrow();
        assertThat(end.done()).isEqualTo(3_000);
        assertThat(end.remaining()).isZero();
        await().atMost(PATIENCE)
                .until(() -> first.progress("three").orElseThrow().nodes().isEmpty());
    }

    @Test
    void a_second_plan_joins_the_first_and_a_sim_named_twice_counts_once() {
        final ClusterSweeps planner = looker();
        final List<SimRef> sims = List.of(
                SimRef.parse("one:8944465400000217735"),
                SimRef.parse("two:8944465400000217735"),
                SimRef.parse("one:8944465400000217735"),
                SimRef.parse("one:x-1"),
                SimRef.parse("one:8944465400000217736"));

        assertThat(planner.plan("twice", sims, DEFAULTS)).isEqualTo(new PlannedSweep("twice", 4, false));
        assertThat(looker().plan("twice", MemoryCarrier.sims(9), DEFAULTS))
                .isEqualTo(new PlannedSweep("twice", 4, true));

        assertThat(planner.progress("twice").orElseThrow().remaining()).isEqualTo(4);
        planner.cancel("twice");
        assertThat(planner.outcomes("twice"))
                .extracting(SweepOutcome::sim, SweepOutcome::position)
                .containsExactlyInAnyOrder(
                        tuple(sims.get(0), 0L), tuple(sims.get(1), 1L), tuple(sims.get(3), 3L), tuple(sims.get(4), 4L));
    }

    @Test
    void nodes_that_plan_at_once_plan_once() {
        final List<PlannedSweep> planned = IntStream.range(0, 6)
                .parallel()
                .mapToObj(node -> looker().plan("at once", MemoryCarrier.sims(2_000), DEFAULTS))
                .toList();

        assertThat(planned).allMatch(plan -> plan.sims() == 2_000);
        assertThat(planned).filteredOn(plan -> !plan.joined()).hasSize(1);
    }

    @Test
    void planning_that_breaks_off_has_planned_nothing_and_can_be_repeated() {
        final ClusterSweeps planner = looker();
        final Iterable<SimRef> broken = () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SimRef next() {
                if (next == 50_000) {
                    throw new IllegalStateException("the list broke");
                }
                return MemoryCarrier.sim(next++);
            }
        };

        assertThatThrownBy(() -> planner.plan("broken", broken, DEFAULTS)).hasMessage("the list broke");

        assertThat(planner.progress("broken")).isEmpty();
        assertThat(planner.plan("broken", MemoryCarrier.sims(3), DEFAULTS).joined())
                .isFalse();
    }

    @Test
    void a_plan_of_nothing_has_ended() {
        final ClusterSweeps planner = looker();
        planner.plan("nothing", List.of(), DEFAULTS);
        assertThat(planner.progress("nothing").orElseThrow().state()).isEqualTo(State.ENDED);
        assertThat(planner.outcomes("nothing")).isEmpty();
    }

    @Test
    void progress_adds_up_while_it_goes_on() {
        final ClusterSweeps looker = looker();
        node("worker", Duration.ofMillis(20), ledger);
        looker.plan("progress", MemoryCarrier.sims(4_000), DEFAULTS);

        await().atMost(PATIENCE)
                .until(() -> looker.progress("progress").orElseThrow().ended() > 500);
        final ClusterSweepProgress midway = looker.progress("progress").orElseThrow();

        assertThat(midway.state()).isEqualTo(State.UNDER_WAY);
        assertThat(midway.ended() + midway.remaining()).isEqualTo(4_000);
        assertThat(midway.perSecond()).isPositive();
        assertThat(midway.estimatedEnd()).isPresent();
        assertThat(midway.nodes()).containsExactly("worker");
        awaitEnd(looker, "progress");
        assertThat(looker.progress("progress").orElseThrow().done()).isEqualTo(4_000);
        assertThat(looker.outcomes("progress")).hasSize(4_000);
    }

    @Test
    void a_cancelled_sweep_keeps_nothing_more_and_a_forgotten_one_is_gone() {
        final ClusterSweeps worker = node("worker", Duration.ofMillis(20), ledger);
        worker.plan("cancel", MemoryCarrier.sims(20_000), DEFAULTS);
        await().atMost(PATIENCE)
                .until(() -> worker.progress("cancel").orElseThrow().ended() > 300);

        assertThat(worker.cancel("cancel")).isTrue();

        final ClusterSweepProgress cancelled = worker.progress("cancel").orElseThrow();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.remaining()).isZero();
        final Map<Boolean, Long> byKind = worker.outcomes("cancel")
                .collect(Collectors.partitioningBy(Read.class::isInstance, Collectors.counting()));
        assertThat(byKind).containsEntry(true, cancelled.done()).containsEntry(false, cancelled.skipped());
        final AtomicInteger before = new AtomicInteger();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> ledger.questions() == before.getAndSet(ledger.questions()));
        assertThat(worker.progress("cancel").orElseThrow().done()).isEqualTo(cancelled.done());
        assertThat(worker.outcomes("cancel").filter(Skipped.class::isInstance))
                .allSatisfy(outcome -> assertThat(((Skipped) outcome).reason()).isEqualTo(Reason.CANCELLED));
        assertThat(worker.cancel("cancel")).isFalse();

        assertThat(worker.forget("cancel")).isTrue();
        assertThat(worker.progress("cancel")).isEmpty();
        assertThat(worker.forget("cancel")).isFalse();
        assertThatThrownBy(() -> worker.outcomes("cancel")).isInstanceOf(UsageException.class);
        assertThat(worker.plan("cancel", MemoryCarrier.sims(10), DEFAULTS).joined())
                .isFalse();
        awaitEnd(worker, "cancel");
    }

    @Test
    void a_failure_is_an_outcome_unless_it_is_one_of_our_own_side() {
        final Set<SimRef> tried = ConcurrentHashMap.newKeySet();
        final SimRef unknown = MemoryCarrier.sim(3);
        final SimRef unlucky = MemoryCarrier.sim(5);
        final ClusterSweeps worker = node("worker", Duration.ZERO, sim -> {
            if (sim.equals(unknown)) {
                throw UsageException.of(Kind.NOT_FOUND, "never heard of it")
                        .status(404)
                        .carrierCode("E7")
                        .build();
            }
            if (sim.equals(unlucky) && tried.add(sim)) {
                throw UsageException.unavailable(UnavailableCause.LOCAL, "no store")
                        .retryable(false)
                        .build();
            }
        });

        worker.plan(
                "failures",
                MemoryCarrier.sims(10),
                DEFAULTS.whenStale(WhenStale.FAIL).withMaximumAge(Duration.ZERO));

        awaitEnd(worker, "failures");
        final List<SweepOutcome> failed =
                worker.outcomes("failures").filter(Failed.class::isInstance).toList();
        assertThat(failed).hasSize(1);
        final UsageException failure = ((Failed) failed.get(0)).failure();
        assertThat(failed.get(0).sim()).isEqualTo(unknown);
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.status()).hasValue(404);
        assertThat(failure.carrierCode()).hasValue("E7");
        assertThat(worker.progress("failures").orElseThrow().done()).isEqualTo(9);
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_no_outcome() {
        final ClusterSweeps worker = node("worker", Duration.ofMillis(20), ledger);
        final ClusterSweeps other = node("other", Duration.ofMillis(20), ledger);
        worker.plan("away", MemoryCarrier.sims(4_000), DEFAULTS);
        await().atMost(PATIENCE)
                .until(() -> worker.progress("away").orElseThrow().ended() > 500);

        server.kill();
        assertThatThrownBy(() -> worker.progress("away"))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        away -> assertThat(away.unavailableCause()).hasValue(UnavailableCause.LOCAL));
        server.startAgain();

        awaitEnd(worker, "away");
        assertThat(other.outcomes("away").map(SweepOutcome::position).distinct())
                .hasSize(4_000);
        assertThat(worker.progress("away").orElseThrow().done()).isEqualTo(4_000);
    }

    @Test
    void a_closed_node_leaves_its_work_to_others_at_once_and_no_thread() {
        final ClusterSweeps leaving = node("leaving", Duration.ofMillis(20), ledger);
        leaving.plan("leaving", MemoryCarrier.sims(3_000), DEFAULTS);
        await().atMost(PATIENCE)
                .until(() -> leaving.progress("leaving").orElseThrow().ended() > 100);

        leaving.close();
        leaving.close();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(
                                name -> name.startsWith("db-scheduler") || name.contains("anycarrier-sweeps-leaving")));
        final ClusterSweeps staying = node("staying", Duration.ofMillis(1), ledger);
        awaitEnd(staying, "leaving");
        assertThat(staying.outcomes("leaving")).hasSize(3_000);
    }

    @Test
    void tables_that_are_not_there_and_are_not_to_be_made_are_asked_for() {
        final PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        final ClusterSweeps sweeps =
                opened(ClusterSweeps.builder().database(source).migrate(false).build());
        assertThatThrownBy(() -> sweeps.progress("x"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("migrate");
    }

    @Test
    void a_data_source_of_the_users_stays_open_and_its_other_tables_stay() throws Exception {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setAutoCommit(false);
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table users_own as select 7 as number");
                connection.commit();
            }
            final Anycarrier carriers = new MemoryCarrier(Duration.ZERO, ledger).open();
            open.add(carriers);
            try (ClusterSweeps sweeps =
                    ClusterSweeps.builder().database(source).carriers(carriers).build()) {
                sweeps.plan("own", MemoryCarrier.sims(500), DEFAULTS);
                awaitEnd(sweeps, "own");
            }
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select number from users_own")) {
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(rows.next()).isTrue();
            }
        }
    }

    private ClusterSweeps node(final String name, final Duration latency, final Consumer<SimRef> asked) {
        final Anycarrier carriers = new MemoryCarrier(latency, asked).open();
        open.add(carriers);
        return opened(ClusterSweeps.builder()
                .database(url)
                .carriers(carriers)
                .node(name)
                .chunkSize(100)
                .heartbeat(Duration.ofSeconds(1))
                .build());
    }

    private ClusterSweeps looker() {
        return opened(ClusterSweeps.builder().database(url).chunkSize(100).build());
    }

    private ClusterSweeps opened(final ClusterSweeps sweeps) {
        synchronized (open) {
            open.add(sweeps);
        }
        return sweeps;
    }

    private static void awaitEnd(final ClusterSweeps sweeps, final String identity) {
        await().atMost(PATIENCE)
                .ignoreException(UsageException.class)
                .until(() -> sweeps.progress(identity).orElseThrow().state() == State.ENDED);
    }
}
