package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.simulation.fleet.Faults;
import dev.anycarrier.simulation.fleet.MemoryStateStore;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carriers that tighten, refuse or forget, and what leaves for them. */
class LimitFaultTest {

    private static final String NO_RECORDS = "{\"pagination\":{\"has_more\":false},\"usage\":[]}";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Reply onomondo(final Received request) {
        return Reply.ok(request.path().startsWith("/usage") ? NO_RECORDS : "{}");
    }

    @ParameterizedTest
    @CsvSource({"epoch,20,21", "milliseconds,20,21", "delta,60,61", "soon,60,61", "-1,60,61"})
    @Fault("RATE-10")
    void when_nothing_remains_all_wait_for_the_reset_or_a_whole_window_if_it_is_unclear(
            final String reset, final long leastSeconds, final long mostSeconds) {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo", "deadline=5m");
            final long epoch = scene.simulation().time().instant().getEpochSecond() + 20;
            final String value = switch (reset) {
                case "epoch" -> "" + (epoch + 1);
                case "milliseconds" -> "" + (epoch * 1000 + 1);
                case "delta" -> "20";
                default -> reset;
            };
            scene.answer(request -> scene.questions().size() == 1
                    ? onomondo(request).with("X-RateLimit-Remaining", "0").with("X-RateLimit-Reset", value)
                    : onomondo(request));
            onomondo.usage(Scene.SIM);
            assertThat(Duration.ofNanos(scene.questions().get(1).at()
                            - scene.questions().get(0).at()))
                    .isBetween(Duration.ofSeconds(leastSeconds), Duration.ofSeconds(mostSeconds + 1));
        });
    }

    @Test
    @Fault("RATE-10")
    void where_no_meaning_is_declared_the_headers_are_not_read() {
        Scene.play(1, scene -> {
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            scene.answer(Reply.balance(1024)
                    .with("X-RateLimit-Limit", "1")
                    .with("X-RateLimit-Remaining", "0")
                    .with("X-RateLimit-Reset", "60"));
            airalo.usage(Scene.SIM);
            airalo.usage(Scene.SIM);
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(1));
            assertThat(airalo.statistics().tightenedLimits()).isZero();
        });
    }

    @Test
    @Fault("RATE-11")
    void a_limit_lower_than_configured_is_taken_over_and_counted() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo", "deadline=5m");
            assertThat(onomondo.statistics().tightenedLimits()).isZero();
            scene.answer(request -> onomondo(request).with("X-RateLimit-Limit", "10"));
            for (int i = 0; i < 15; i++) {
                onomondo.usage(Callers.sim(i));
            }
            assertThat(onomondo.statistics().tightenedLimits()).isEqualTo(1);
            assertThat(scene.questions()).hasSize(30);
            Held.neverMore(scene.questions(), 10, Duration.ofMinutes(1));
        });
    }

    @Test
    @Fault("RATE-11")
    void a_limit_higher_than_configured_changes_nothing() {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo", "deadline=5m", "limit-account=10/1m");
            scene.answer(request -> onomondo(request).with("X-RateLimit-Limit", "600"));
            for (int i = 0; i < 15; i++) {
                onomondo.usage(Callers.sim(i));
            }
            assertThat(onomondo.statistics().tightenedLimits()).isZero();
            Held.neverMore(scene.questions(), 10, Duration.ofMinutes(1));
        });
    }

    @Test
    @Fault("RATE-13")
    void an_hour_of_refusals_costs_few_requests_and_every_sim_of_a_sweep_has_an_outcome() {
        Scene.play(1, scene -> {
            final Anycarrier carriers = scene.open("airalo");
            scene.answer(request -> scene.elapsed().compareTo(HOUR) < 0 ? Reply.of(429, "{}") : Reply.balance(1024));
            final List<SimRef> sims = IntStream.range(0, 10_000)
                    .mapToObj(number -> new SimRef("airalo", Callers.sim(number)))
                    .toList();
            final Set<SimRef> ended = new HashSet<>();
            carriers.sweep(sims)
                    .deadline(Duration.ofHours(3))
                    .run(outcome -> assertThat(ended.add(outcome.sim())).isTrue());
            assertThat(ended).hasSize(10_000);
            final long during = scene.questions().stream()
                    .filter(request -> request.at() < HOUR.toNanos())
                    .count();
            assertThat(during).as("requests during the storm").isLessThan(100);
            assertThat(scene.questions()).hasSizeLessThan(10_200);
            Held.neverMore(scene.questions(), 5, Duration.ofSeconds(1));
            perSim(scene).values().forEach(requests -> Held.neverMore(requests, 1, QUARTER));
        });
    }

    @Test
    @Fault("RATE-13")
    void a_sweep_that_ends_within_the_hour_gives_every_sim_an_outcome_too() {
        Scene.play(2, scene -> {
            final Anycarrier carriers = scene.open("airalo");
            scene.answer(Reply.of(429, "{}"));
            final List<SimRef> sims = IntStream.range(0, 1_000)
                    .mapToObj(number -> new SimRef("airalo", Callers.sim(number)))
                    .toList();
            final Map<SimRef, SweepOutcome> ended = new HashMap<>();
            carriers.sweep(sims)
                    .deadline(HOUR)
                    .run(outcome ->
                            assertThat(ended.put(outcome.sim(), outcome)).isNull());
            assertThat(ended).hasSize(1_000);
            assertThat(ended.values()).noneMatch(outcome -> outcome instanceof SweepOutcome.Read);
            assertThat(scene.elapsed()).isLessThanOrEqualTo(HOUR.plusMinutes(1));
            assertThat(scene.questions()).hasSizeLessThan(100);
            perSim(scene).values().forEach(requests -> Held.neverMore(requests, 1, QUARTER));
        });
    }

    private static Map<String, List<Received>> perSim(final Scene scene) {
        return scene.questions().stream().collect(Collectors.groupingBy(Received::path));
    }

    @Test
    @Fault("RATE-14")
    void a_hold_survives_a_restart() {
        Scene.play(scene -> {
            scene.state(store(scene));
            final Anycarrier before = scene.open("airalo", Held.BARE);
            scene.answer(Reply.of(429, "{}").with("Retry-After", "900"));
            Scene.failure(() -> before.account("airalo").usage(Scene.SIM));
            before.close();
            scene.pass(Duration.ofMinutes(5));
            scene.answer(Reply.balance(1024));
            final CarrierAccount after = scene.account("airalo", Held.BARE);
            final UsageException refusal = Held.impatient(after, Scene.SIM);
            assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(Duration.between(
                            scene.simulation().time().instant(),
                            refusal.notBefore().orElseThrow()))
                    .isBetween(
                            Duration.ofMinutes(10).minusSeconds(1),
                            Duration.ofMinutes(10).plusSeconds(1));
            requireNextAfter(scene, after, QUARTER);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Fault("RATE-15")
    void a_wall_clock_that_goes_back_does_not_shorten_a_hold(final boolean restart) {
        Scene.play(scene -> {
            scene.state(store(scene));
            final Anycarrier before = scene.open("airalo", Held.BARE);
            scene.answer(Reply.of(429, "{}").with("Retry-After", "900"));
            Scene.failure(() -> before.account("airalo").usage(Scene.SIM));
            scene.pass(Duration.ofMinutes(5));
            scene.simulation().time().stepWallClock(HOUR.negated());
            scene.answer(Reply.balance(1024));
            if (restart) {
                before.close();
            }
            requireNextAfter(scene, restart ? scene.account("airalo", Held.BARE) : before.account("airalo"), QUARTER);
        });
    }

    private static void requireNextAfter(final Scene scene, final CarrierAccount account, final Duration least) {
        assertThat(scene.questions()).hasSize(1);
        account.usage(Scene.SIM, CallOptions.defaults().withDeadline(Duration.ofHours(2)));
        assertThat(scene.questions()).hasSize(2);
        assertThat(Duration.ofNanos(
                        scene.questions().get(1).at() - scene.questions().get(0).at()))
                .isBetween(least, HOUR);
    }

    private static StateStore store(final Scene scene) {
        return new MemoryStateStore().open(scene.simulation(), Faults.none(), (fault, sim) -> {});
    }

    @Test
    @Fault("RATE-16")
    void a_token_endpoint_that_refuses_is_left_alone_while_stale_usage_is_served() {
        Scene.play(scene -> {
            scene.tokens(request -> Reply.token("planted-token", Duration.ofMinutes(10)));
            final CarrierAccount airalo = scene.account("airalo");
            airalo.usage(Scene.SIM);
            scene.pass(Duration.ofMinutes(25));
            scene.tokens(request -> Reply.of(429, "{}").with("Retry-After", "120"));
            for (int second = 0; second < 85; second++) {
                final UsageResult served = airalo.usage(Scene.SIM, CallOptions.defaults());
                assertThat(served).isInstanceOfSatisfying(UsageResult.Stale.class, stale -> {
                    final UsageException cause = stale.cause().orElseThrow();
                    assertThat(cause.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
                    assertThat(cause.notBefore()).isPresent();
                });
                scene.pass(Duration.ofSeconds(1));
            }
            assertThat(scene.tokenRequests()).hasSize(2);
            scene.tokens(request -> Reply.token("planted-token-2", Scene.DAY));
            scene.pass(Duration.ofSeconds(35));
            assertThat(airalo.usage(Scene.SIM, CallOptions.defaults())).isInstanceOf(UsageResult.Fresh.class);
            final List<Received> tokens = scene.tokenRequests();
            assertThat(tokens).hasSize(3);
            assertThat(tokens.get(2).at() - tokens.get(1).at())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(2).toNanos());
        });
    }
}
