package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.leaping;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sim;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepTimeTest {

    private final List<SweepOutcome> outcomes = new ArrayList<>();

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
    void an_account_whose_limit_is_spent_is_left_alone_as_a_whole_and_no_sim_is_blamed_for_it() {
        final ManualTime time = new ManualTime();
        final FakeAccount account = new FakeAccount("one", 2);
        final Instant begin = time.instant();
        final Map<Long, AtomicInteger> eachMinute = new ConcurrentHashMap<>();
        account.answering(sim -> {
            final long minute = Duration.between(begin, time.instant()).toMinutes();
            if (eachMinute.computeIfAbsent(minute, first -> new AtomicInteger()).incrementAndGet() > 10) {
                throw UsageException.of(Kind.TOO_MANY_REQUESTS, "spent")
                        .limitScope(LimitScope.ACCOUNT)
                        .notBefore(begin.plus(Duration.ofMinutes(minute + 1)))
                        .build();
            }
            return account.fresh(sim);
        });

        run(sims(2_000, "one"), SweepPlan.defaults(), leaping(time), account).run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 2_000L));
        assertThat(account.asked.get()).isLessThan(2_000 + 3 * 200);
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
        // A moment for each outcome at most, in which more of them are gathered.
        assertThat(end.elapsed()).isLessThan(Duration.ofSeconds(1));
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
}
