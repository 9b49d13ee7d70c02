package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.schedule.Choice;
import dev.anycarrier.simulation.schedule.SeededChoice;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that step and overflow, machines that sleep, threads that come late. */
class TimeFaultTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String[] LIMITED = {
        "maximum-attempts=3", "minimum-interval=0s", "maximum-age=0s", "limit-sim=1/20s"
    };

    /** What a caller may be waiting for when the clock is stepped. */
    private enum Wait {
        LIMIT,
        HOLD,
        RETRY,
        TOKEN,
        ANSWER
    }

    private static void prepare(final Wait wait, final Scene scene) {
        switch (wait) {
            case LIMIT -> scene.answer(Reply.balance(1024));
            case HOLD -> scene.answer(Reply.of(429, "{}").with("Retry-After", "25"));
            case RETRY ->
                scene.answer(request -> scene.questions().size() == 1 ? Reply.of(500, "{}") : Reply.balance(1024));
            case TOKEN ->
                scene.tokens(request -> Reply.token("planted-token", HOUR).after(Duration.ofSeconds(9)));
            case ANSWER -> scene.answer(Reply.balance(1024).after(Duration.ofSeconds(9)));
        }
    }

    private static Duration least(final Wait wait) {
        return Duration.ofSeconds(
                switch (wait) {
                    case LIMIT, RETRY -> 20;
                    case HOLD -> 25;
                    case TOKEN, ANSWER -> 9;
                });
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    @Fault("TIME-02")
    void a_clock_that_steps_back_during_a_wait_makes_it_neither_longer_nor_shorter(final Wait wait) {
        final Duration undisturbed = waited(wait, Duration.ZERO);
        for (final Duration step : List.of(HOUR.negated(), HOUR, Duration.ofDays(-400))) {
            assertThat(waited(wait, step)).isCloseTo(undisturbed, Duration.ofMillis(50));
        }
    }

    /** How long the second of two callers of one SIM takes from the start, if the wall clock is stepped meanwhile. */
    private static Duration waited(final Wait wait, final Duration step) {
        final Duration[] took = {Duration.ZERO};
        Scene.play(7, scene -> {
            final CarrierAccount airalo = scene.account("airalo", LIMITED);
            prepare(wait, scene);
            final Callers callers = new Callers(scene);
            callers.start(() -> airalo.usage(Scene.SIM, CallOptions.defaults().withDeadline(Duration.ofSeconds(25))));
            scene.pass(Duration.ofSeconds(2));
            if (wait == Wait.HOLD) {
                scene.answer(Reply.balance(1024));
            }
            if (wait == Wait.LIMIT || wait == Wait.HOLD) {
                callers.start(
                        () -> airalo.usage(Scene.SIM, CallOptions.defaults().withDeadline(HOUR)));
            }
            scene.pass(SECOND);
            scene.simulation().time().stepWallClock(step);
            final Object last = callers.outcomes().get(callers.outcomes().size() - 1);
            assertThat(last).as(wait + " stepped by " + step).isInstanceOf(UsageResult.Fresh.class);
            took[0] = scene.elapsed();
            assertThat(took[0]).isGreaterThanOrEqualTo(least(wait));
        });
        return took[0];
    }

    @Test
    @Fault("TIME-02")
    void the_age_of_a_value_does_not_follow_the_wall_clock() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            airalo.usage(Scene.SIM);
            scene.pass(Duration.ofMinutes(10));
            scene.simulation().time().stepWallClock(HOUR.negated());
            assertThat(airalo.usage(Scene.SIM, CallOptions.defaults()).age())
                    .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
            scene.pass(Duration.ofMinutes(11));
            airalo.usage(Scene.SIM);
            assertThat(scene.questions()).hasSize(2);
        });
    }

    @Test
    @Fault("TIME-03")
    void after_an_hour_of_sleep_deadlines_fire_at_once_and_nothing_bursts_out() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo");
            airalo.usage(Scene.SIM);
            final Callers callers = new Callers(scene);
            callers.start(airalo, 100, Duration.ofSeconds(60));
            scene.pass(Duration.ofSeconds(4));
            final Duration slept = scene.elapsed().plus(HOUR);
            scene.simulation().time().suspend(HOUR);
            final List<Object> outcomes = callers.outcomes();
            assertThat(scene.elapsed()).isLessThan(slept.plus(SECOND));
            assertThat(outcomes).allSatisfy(outcome -> {
                if (outcome instanceof UsageException failure) {
                    assertThat(failure.kind()).isIn(Kind.DEADLINE_EXCEEDED, Kind.TOO_MANY_REQUESTS, Kind.UNAVAILABLE);
                } else {
                    assertThat(outcome).isInstanceOf(UsageResult.class);
                }
            });
            assertThat(outcomes).anyMatch(outcome -> outcome instanceof UsageException);
            Held.neverMore(scene.questions(), 5, SECOND);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @Fault("TIME-04")
    void however_late_threads_come_the_limits_hold_where_requests_leave(final long seed) {
        final SeededChoice order = new SeededChoice(new SplittableRandom(seed));
        final SplittableRandom pauses = new SplittableRandom(seed);
        final Choice late = new Choice() {
            @Override
            public int next(final int count, final boolean preempts) {
                return order.next(count, preempts);
            }

            @Override
            public long delay() {
                return pauses.nextInt(40) == 0 ? Duration.ofSeconds(5).toNanos() : order.delay();
            }
        };
        Scene.play(new Simulation(late, seed), scene -> {
            final CarrierAccount airalo = scene.account("airalo", "attempt-timeout=60s");
            final Callers callers = new Callers(scene);
            callers.start(airalo, 40, HOUR);
            callers.outcomes();
            assertThat(scene.questions()).hasSizeGreaterThanOrEqualTo(20);
            Held.neverMore(scene.questions(), 5, SECOND);
            Held.neverMore(scene.tokenRequests(), 3, Duration.ofMinutes(1));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:50Z,0",
        "2016-12-31T23:59:55Z,-1",
        "2026-03-29T00:59:55Z,3600",
        "2026-10-25T00:59:55Z,-3600",
        "2028-02-28T23:59:55Z,0"
    })
    @Fault("TIME-05")
    void no_leap_second_changeover_or_year_end_changes_anything(final Instant at, final long stepSeconds) {
        Scene.play(scene -> {
            scene.simulation()
                    .time()
                    .stepWallClock(Duration.between(scene.simulation().time().instant(), at));
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            scene.answer(Reply.of(429, "{}").with("Retry-After", "20"));
            final UsageException refusal = Scene.failure(() -> airalo.usage(Scene.SIM));
            assertThat(refusal.notBefore().orElseThrow()).isBetween(at.plusSeconds(20), at.plusSeconds(21));
            scene.answer(Reply.balance(1024));
            scene.pass(Duration.ofSeconds(5));
            scene.simulation().time().stepWallClock(Duration.ofSeconds(stepSeconds));
            assertThat(airalo.usage(Scene.SIM, CallOptions.defaults()).age()).isLessThan(SECOND);
            assertThat(Duration.ofNanos(scene.questions().get(1).at()
                            - scene.questions().get(0).at()))
                    .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
        });
    }

    @Test
    @Fault("TIME-05")
    void a_date_in_a_leap_second_is_no_reason_to_hurry() {
        Scene.play(
                1,
                scene -> assertThat(Held.afterRefusal(
                                scene, Reply.of(429, "{}").with("Retry-After", "Sat, 31 Dec 2016 23:59:60 GMT")))
                        .isBetween(SECOND, Held.OWN.plusMillis(100)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 19, 25})
    @Fault("TIME-06")
    void across_an_overflow_of_the_monotonic_clock_every_difference_is_right(final long secondsBefore) {
        Scene.play(scene -> {
            scene.pass(Duration.ofSeconds(secondsBefore));
            final CarrierAccount airalo = scene.account("airalo", LIMITED);
            assertThat(scene.simulation().time().nanoTime() > 0).isEqualTo(secondsBefore < 20);
            final UsageResult first = airalo.usage(Scene.SIM, CallOptions.defaults());
            assertThat(first.age()).isLessThan(SECOND);
            airalo.usage(Scene.SIM, CallOptions.defaults());
            assertThat(scene.simulation().time().nanoTime()).isNegative();
            assertThat(Duration.ofNanos(scene.questions().get(1).at()
                            - scene.questions().get(0).at()))
                    .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
            assertThat(Held.impatient(airalo, Scene.SIM).kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            final UsageResult stale =
                    airalo.usage(Scene.SIM, CallOptions.defaults().withDeadline(Duration.ofMillis(500)));
            assertThat(stale.age()).isLessThan(SECOND);
            final Callers callers = new Callers(scene);
            callers.start(airalo, 12, Duration.ofSeconds(10));
            assertThat(callers.outcomes())
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(UsageResult.Fresh.class));
            Held.neverMore(scene.questions(), 5, SECOND);
        });
    }
}
