package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.leaping;
import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sim;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SweepRunTest {

    private final List<SweepOutcome> outcomes = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_sim_ends_in_exactly_one_outcome_whatever_the_carriers_do(final long seed) {
        final ManualTime time = new ManualTime();
        final Ports ports = leaping(time);
        final SweepRun run = run(
                sims(3000, "one", "two", "nowhere", "three"),
                SweepPlan.defaults().withTotal(3000),
                ports,
                drawing("one", 7, seed),
                drawing("two", 1, seed + 100),
                drawing("three", 3, seed + 200));

        final SweepProgress end = run.run(outcomes::add);

        assertThat(positions(outcomes)).isEqualTo(upTo(3000));
        assertThat(words(outcomes))
                .containsEntry("UNKNOWN_ACCOUNT", 750L)
                .containsKeys("Fresh", "Stale", "INVALID_DATA", "NOT_FOUND");
        assertThat(end.ended()).isEqualTo(3000);
        assertThat(end.deferred()).isZero();
        assertThat(end.inFlight()).isZero();
        assertThat(end.done()).isEqualTo(words(outcomes).get("Fresh"));
        assertThat(end.stale()).isEqualTo(words(outcomes).get("Stale"));
        assertThat(end.estimatedEnd()).contains(time.instant());
    }

    @Test
    void a_sim_that_breaks_the_provider_fails_alone() {
        final FakeAccount account = new FakeAccount("one", 2);
        account.answering(sim -> {
            if (sim.value().equals("sim-3")) {
                throw new StackOverflowError();
            }
            if (sim.value().equals("sim-4")) {
                throw new IllegalStateException("secret");
            }
            return account.fresh(sim);
        });

        run(sims(10, "one"), account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 8L, "INVALID_DATA", 2L));
        assertThat(outcomes.toString()).doesNotContain("secret");
    }

    @Test
    void an_error_of_the_virtual_machine_ends_the_sweep() {
        final FakeAccount account = new FakeAccount("one", 2).answering(sim -> {
            throw new OutOfMemoryError("drawn");
        });

        assertThatThrownBy(() -> run(sims(10, "one"), account).run(outcomes::add))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_sim_that_was_named_before_is_a_duplicate_in_its_own_account_only() {
        final List<SimRef> sims = List.of(sim("one", 1), sim("two", 1), sim("one", 1), sim("one", 2), sim("one", 1));
        final FakeAccount one = new FakeAccount("one", 2);

        run(sims, one, new FakeAccount("two", 2)).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 3L, "DUPLICATE", 2L));
        assertThat(one.asked).hasValue(2);
    }

    @Test
    void no_sims_at_all_are_a_sweep_too() {
        assertThat(run(List.of(), new FakeAccount("one", 2)).run(outcomes::add).ended())
                .isZero();
        assertThat(run(List.of()).run(outcomes::add).ended()).isZero();
    }

    @Test
    void a_slow_carrier_never_delays_another() {
        final CountDownLatch othersDone = new CountDownLatch(2000);
        final FakeAccount slow = new FakeAccount("slow", 2);
        slow.answering(sim -> {
            await(othersDone);
            return slow.fresh(sim);
        });

        run(sims(4000, "slow", "fast"), slow, new FakeAccount("fast", 2)).run(outcome -> {
            outcomes.add(outcome);
            if (outcome.sim().account().equals("fast")) {
                othersDone.countDown();
            }
        });

        assertThat(positions(outcomes)).isEqualTo(upTo(4000));
        assertThat(outcomes.subList(0, 2000))
                .allMatch(outcome -> outcome.sim().account().equals("fast"));
    }

    @Test
    void as_many_are_asked_together_as_the_account_says_and_no_more() {
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final CountDownLatch together = new CountDownLatch(3);
        final FakeAccount account = new FakeAccount("one", 3);
        account.answering(sim -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            together.countDown();
            await(together);
            now.decrementAndGet();
            return account.fresh(sim);
        });

        run(sims(3000, "one"), account).run(outcomes::add);

        assertThat(most).hasValue(3);
    }

    @Test
    void a_million_sims_are_never_read_far_ahead_of_the_sink() {
        final AtomicLong read = new AtomicLong();
        final AtomicLong taken = new AtomicLong();
        final AtomicLong furthest = new AtomicLong();
        final FakeAccount account = new FakeAccount("one", 4);
        final Iterable<SimRef> input = () -> Stream.iterate(0L, number -> number + 1)
                .limit(1_000_000)
                .map(number -> {
                    read.incrementAndGet();
                    return sim("one", number);
                })
                .iterator();

        // Two lanes read: the account's, and that of unknown accounts, which skips everything.
        final SweepProgress end = run(input, account).run(outcome -> {
            furthest.accumulateAndGet(account.asked.get() - taken.incrementAndGet(), Math::max);
        });

        assertThat(end.done()).isEqualTo(1_000_000);
        assertThat(read).hasValue(2_000_000);
        assertThat(furthest.get()).isLessThanOrEqualTo(256 + 4 + 1);
    }

    @Test
    void a_stream_is_lazy_and_bounded_and_ends_the_sweep_when_closed() {
        final FakeAccount account = new FakeAccount("one", 2);
        final SweepRun run = run(sims(100_000, "one"), account);
        try (Stream<SweepOutcome> stream = run.stream()) {
            assertThat(account.asked).hasValue(0);
            assertThat(stream.limit(5)).hasSize(5);
        }
        assertThat(account.asked.get()).isLessThan(300);
        // The fifth was not acknowledged, since no sixth was asked for.
        assertThat(run.progress().ended()).isEqualTo(4);

        final SweepRun whole = run(sims(1000, "one"), new FakeAccount("one", 2));
        assertThat(whole.stream()).hasSize(1000);
        assertThat(whole.progress().ended()).isEqualTo(1000);
    }

    @Test
    void without_any_thread_a_sweep_fails_and_with_few_it_goes_on() {
        final Ports none = Ports.system().withThreads(Threads.of(task -> {
            throw new RejectedExecutionException();
        }));
        assertThatThrownBy(() -> run(sims(10, "one"), SweepPlan.defaults(), none, new FakeAccount("one", 3))
                        .run(outcomes::add))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL));

        final Thread beginner = Thread.currentThread();
        final Ports few = Ports.system().withThreads(Threads.of(task -> {
            if (Thread.currentThread() != beginner) {
                throw new RejectedExecutionException();
            }
            new Thread(task).start();
        }));
        run(sims(100, "one"), SweepPlan.defaults(), few, new FakeAccount("one", 3))
                .run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 100L));
    }

    private static FakeAccount drawing(final String name, final int concurrency, final long seed) {
        final FakeAccount account = new FakeAccount(name, concurrency);
        final Random random = new Random(seed);
        return account.answering(sim -> drawn(account, sim, random.nextInt(20)));
    }

    private static UsageResult drawn(final FakeAccount account, final SimId sim, final int chance) {
        return switch (chance) {
            case 0 -> throw new AssertionError("drawn");
            case 1, 2 -> throw Sweeps.failure(Kind.TOO_MANY_REQUESTS);
            case 3 -> throw Sweeps.failure(Kind.NOT_FOUND);
            case 4 -> new UsageResult.Stale(account.report(sim), Duration.ofHours(1), List.of(), Optional.empty());
            default -> account.fresh(sim);
        };
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw Sweeps.failure(Kind.CANCELLED);
        }
    }
}
