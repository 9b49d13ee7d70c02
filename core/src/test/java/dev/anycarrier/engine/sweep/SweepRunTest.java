package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sim;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.Priority;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    void a_cancelled_sweep_gives_every_sim_an_outcome() {
        final CountDownLatch never = new CountDownLatch(1);
        final FakeAccount stuck = new FakeAccount("stuck", 3).answering(sim -> {
            try {
                never.await();
                throw new AssertionError("nobody counts down");
            } catch (final InterruptedException e) {
                throw Sweeps.failure(Kind.CANCELLED);
            }
        });
        final FakeAccount good = new FakeAccount("good", 1);
        final SweepRun run = run(sims(1000, "stuck", "good"), stuck, good);

        final SweepProgress end = run.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 10) {
                run.cancel();
            }
        });

        assertThat(positions(outcomes)).isEqualTo(upTo(1000));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.sim().account().equals("stuck"))
                .allMatch(outcome -> outcome instanceof Skipped skipped && skipped.reason() == Reason.CANCELLED);
        assertThat(end.skipped() + end.done()).isEqualTo(1000);
        assertThat(stuck.asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_sweep_cancelled_before_it_starts_asks_nothing() {
        final FakeAccount account = new FakeAccount("one", 2);
        final SweepRun run = run(sims(100, "one"), account);
        run.cancel();

        run.run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("CANCELLED", 100L));
        assertThat(account.asked).hasValue(0);
    }

    @Test
    void an_interruption_of_what_is_asked_never_reaches_the_input() {
        final FakeAccount account = new FakeAccount("one", 4);
        final AtomicInteger interrupted = new AtomicInteger();
        final Iterable<SimRef> input = () -> Stream.iterate(0L, number -> number + 1)
                .limit(5000)
                .peek(number -> interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0))
                .map(number -> sim("one", number))
                .iterator();
        final SweepRun run = run(input, account);

        run.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 100) {
                run.cancel();
            }
        });

        assertThat(positions(outcomes)).isEqualTo(upTo(5000));
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void a_closed_sweep_says_nothing_more_and_leaves_no_worker() throws InterruptedException {
        final CountDownLatch asked = new CountDownLatch(3);
        final CountDownLatch left = new CountDownLatch(3);
        final FakeAccount stuck = new FakeAccount("stuck", 3).answering(sim -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } catch (final InterruptedException e) {
                left.countDown();
                throw Sweeps.failure(Kind.CANCELLED);
            }
        });
        final SweepRun run = run(sims(1000, "stuck"), stuck);
        final List<Throwable> ends = new ArrayList<>();
        final Thread consumer = new Thread(() -> {
            try {
                run.run(outcomes::add);
            } catch (final UsageException e) {
                ends.add(e);
            }
        });
        consumer.start();
        asked.await();

        run.close();
        run.close();

        assertThat(left.getCount()).isZero();
        consumer.join();
        assertThat(outcomes).isEmpty();
        assertThat(ends)
                .singleElement()
                .isInstanceOfSatisfying(
                        UsageException.class, end -> assertThat(end.kind()).isEqualTo(Kind.CANCELLED));
    }

    @Test
    void a_closed_sweep_cannot_be_started_and_none_is_started_twice() {
        final SweepRun closed = run(sims(10, "one"), new FakeAccount("one", 1));
        closed.close();
        assertThatThrownBy(() -> closed.run(outcomes::add)).isInstanceOf(UsageException.class);

        final SweepRun run = run(sims(10, "one"), new FakeAccount("one", 1));
        run.run(outcomes::add);
        assertThatThrownBy(() -> run.run(outcomes::add)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(run::stream).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_sink_that_throws_ends_the_sweep_with_what_it_threw() {
        final SweepRun run = run(sims(10, "one"), new FakeAccount("one", 1));

        assertThatThrownBy(() -> run.run(outcome -> {
                    throw new IllegalArgumentException("full");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("full");
        assertThat(run.progress().ended()).isZero();
    }

    @Test
    void an_input_that_throws_ends_the_sweep_with_what_it_threw() {
        final Iterable<SimRef> broken = () -> Stream.iterate(0L, number -> number + 1)
                .map(number -> {
                    if (number == 20) {
                        throw new IllegalArgumentException("line 20");
                    }
                    return sim("one", number);
                })
                .iterator();

        assertThatThrownBy(() -> run(broken, new FakeAccount("one", 2)).run(outcomes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 20");
    }

    @Test
    void an_interrupted_consumer_ends_the_sweep_and_keeps_its_flag() {
        final SweepRun run = run(sims(1000, "one"), new FakeAccount("one", 2));

        assertThatThrownBy(() -> run.run(outcome -> Thread.currentThread().interrupt()))
                .isInstanceOfSatisfying(
                        UsageException.class, end -> assertThat(end.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.progress().ended()).isEqualTo(1);
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
    void a_sweep_past_its_deadline_skips_what_is_left() {
        final ManualTime time = new ManualTime();
        final FakeAccount account = new FakeAccount("one", 1);
        account.answering(sim -> {
            time.advance(Duration.ofSeconds(1));
            return account.fresh(sim);
        });
        final SweepPlan plan = SweepPlan.defaults().withDeadline(Duration.ofSeconds(10));

        run(sims(100, "one"), plan, Ports.system().withTime(time), account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 10L, "DEADLINE", 90L));
        assertThat(account.options.get().orElseThrow().deadline()).contains(Duration.ofSeconds(1));
        assertThat(account.options.get().orElseThrow().priority()).isEqualTo(Priority.SWEEP);
    }

    @Test
    void a_deadline_of_nothing_skips_everything_and_one_of_a_century_nothing() {
        final FakeAccount account = new FakeAccount("one", 1);
        for (final Duration none : List.of(Duration.ZERO, Duration.ofDays(-1))) {
            run(sims(10, "one"), SweepPlan.defaults().withDeadline(none), Ports.system(), account)
                    .run(outcomes::add);
        }
        assertThat(words(outcomes)).isEqualTo(Map.of("DEADLINE", 20L));
        run(sims(10, "one"), SweepPlan.defaults().withDeadline(Duration.ofDays(36_525)), Ports.system(), account)
                .run(outcomes::add);
        assertThat(words(outcomes)).containsEntry("Fresh", 10L);
    }

    @Test
    void a_sim_at_its_limit_is_deferred_and_asked_when_the_limit_allows() {
        final ManualTime time = new ManualTime();
        final Set<SimId> limited = ConcurrentHashMap.newKeySet();
        final FakeAccount account = new FakeAccount("one", 2);
        account.answering(sim -> {
            if (limited.add(sim)) {
                throw UsageException.of(Kind.TOO_MANY_REQUESTS, "drawn")
                        .notBefore(time.instant().plus(Duration.ofMinutes(15)))
                        .build();
            }
            return account.fresh(sim);
        });

        final SweepProgress end = run(sims(100, "one"), SweepPlan.defaults(), leaping(time), account)
                .run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 100L));
        assertThat(account.asked).hasValue(200);
        assertThat(end.elapsed()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_sim_whose_limit_ends_after_the_deadline_is_skipped_at_once() {
        final ManualTime time = new ManualTime();
        final FakeAccount account = new FakeAccount("one", 2).answering(sim -> {
            throw UsageException.of(Kind.TOO_MANY_REQUESTS, "drawn")
                    .notBefore(time.instant().plus(Duration.ofMinutes(15)))
                    .build();
        });
        final SweepPlan plan = SweepPlan.defaults().withDeadline(Duration.ofMinutes(10));

        final SweepProgress end =
                run(sims(100, "one"), plan, leaping(time), account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("DEADLINE", 100L));
        assertThat(end.elapsed()).isZero();
    }

    @Test
    void a_sim_that_is_always_at_its_limit_fails_in_the_end() {
        final ManualTime time = new ManualTime();
        final FakeAccount account = new FakeAccount("one", 2).answering(sim -> {
            throw Sweeps.failure(Kind.TOO_MANY_REQUESTS);
        });

        run(sims(2, "one"), SweepPlan.defaults(), leaping(time), account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("TOO_MANY_REQUESTS", 2L));
        assertThat(account.asked).hasValue(2 * 51);
    }

    @Test
    void cancelling_ends_the_deferred_too() {
        final ManualTime time = new ManualTime();
        final FakeAccount good = new FakeAccount("good", 1);
        final FakeAccount limited = new FakeAccount("limited", 2).answering(sim -> {
            throw UsageException.of(Kind.TOO_MANY_REQUESTS, "drawn")
                    .notBefore(time.instant().plus(Duration.ofDays(2)))
                    .build();
        });
        final SweepRun run = run(
                sims(200, "good", "limited"),
                SweepPlan.defaults(),
                Ports.system().withTime(time),
                good,
                limited);

        run.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 100) {
                run.cancel();
            }
        });

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 100L, "CANCELLED", 100L));
    }

    @Test
    void a_listener_that_throws_harms_nothing_and_hears_the_end() {
        final List<SweepProgress> heard = new ArrayList<>();
        final SweepPlan plan = SweepPlan.defaults().withListener(progress -> {
            heard.add(progress);
            throw new IllegalStateException("bar");
        });

        run(sims(500, "one"), plan, Ports.system(), new FakeAccount("one", 2)).run(outcomes::add);

        assertThat(outcomes).hasSize(500);
        assertThat(heard.get(heard.size() - 1).ended()).isEqualTo(500);
    }

    @Test
    void a_listener_hears_no_more_than_five_times_a_second() {
        final ManualTime time = new ManualTime();
        final List<SweepProgress> heard = new ArrayList<>();
        final SweepPlan plan = SweepPlan.defaults().withListener(heard::add);

        run(sims(1000, "one"), plan, Ports.system().withTime(time), new FakeAccount("one", 2))
                .run(outcome -> time.advance(Duration.ofMillis(10)));

        // Ten seconds, the start and the end.
        assertThat(heard).hasSizeBetween(2, 52);
    }

    @Test
    void an_iterator_that_can_be_closed_is_closed_when_it_is_no_longer_needed() {
        final AtomicInteger open = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();
        final Iterable<SimRef> input = () -> {
            open.incrementAndGet();
            opened.incrementAndGet();
            return new ClosableIterator(sims(1000, "one").iterator(), open);
        };
        run(input, new FakeAccount("one", 3), new FakeAccount("two", 3)).run(outcomes::add);
        assertThat(opened).hasValue(3);
        assertThat(open).hasValue(0);

        final SweepRun closed = run(input, new FakeAccount("one", 3));
        assertThatThrownBy(() -> closed.run(outcome -> closed.close())).isInstanceOf(UsageException.class);
        assertThat(open).hasValue(0);
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

        final AtomicInteger started = new AtomicInteger();
        final Ports two = Ports.system().withThreads(Threads.of(task -> {
            if (started.incrementAndGet() > 2) {
                throw new RejectedExecutionException();
            }
            new Thread(task).start();
        }));
        run(sims(100, "one"), SweepPlan.defaults(), two, new FakeAccount("one", 3))
                .run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 100L));
    }

    @Test
    void the_end_is_estimated_from_the_rate_and_from_the_slowest_limit() {
        final ManualTime time = new ManualTime();
        final List<SweepProgress> heard = new ArrayList<>();
        final SweepPlan plan = SweepPlan.defaults().withTotal(100).withListener(heard::add);

        run(sims(100, "one"), plan, Ports.system().withTime(time), new FakeAccount("one", 1))
                .run(outcome -> {
                    outcomes.add(outcome);
                    time.advance(Duration.ofMillis(outcomes.size() == 50 ? 50_000 : 0));
                });

        // Fifty in fifty seconds, fifty left; and this carrier's limit is one a second.
        final SweepProgress half = heard.get(1);
        assertThat(half.ended()).isEqualTo(50);
        assertThat(half.perSecond()).isEqualTo(1.0);
        assertThat(half.estimatedEnd()).contains(time.instant().plusSeconds(50));
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

    private static Ports leaping(final ManualTime time) {
        return Ports.system().withTime(time).withThreads(new LeapingThreads(time));
    }

    /** Counts itself out when it is closed. */
    private record ClosableIterator(Iterator<SimRef> sims, AtomicInteger open)
            implements Iterator<SimRef>, AutoCloseable {
        @Override
        public boolean hasNext() {
            return sims.hasNext();
        }

        @Override
        public SimRef next() {
            return sims.next();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw Sweeps.failure(Kind.CANCELLED);
        }
    }
}
