package dev.anycarrier.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.call.WhenStale;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ScriptedCarrierTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String SIM = "8944465400000217735";
    private static final SimRef REF = SimRef.parse("eu:" + SIM);
    private static final ScriptedAnswer HALF = ScriptedAnswer.data(2000, 1000);

    private final ManualClock clock = ManualClock.startingAt(NOON);
    private final ScriptedCarrier carrier = ScriptedCarrier.named("eu", "airalo");

    @Test
    void a_scripted_sim_is_reported_through_the_engine() {
        carrier.with(SIM, HALF);
        try (Anycarrier carriers = open()) {
            final UsageReport report = carriers.usage(REF);

            assertThat(report.provider()).isEqualTo("airalo");
            assertThat(report.account()).isEqualTo("eu");
            assertThat(report.sim()).isEqualTo(REF.sim());
            assertThat(report.status()).isEqualTo(SimStatus.ACTIVE);
            assertThat(report.fetchedAt()).isEqualTo(NOON);
            assertThat(report.buckets())
                    .singleElement()
                    .satisfies(bucket -> assertThat(bucket.remaining()).contains(Quantity.bytes(1000)));
        }
    }

    @Test
    void answers_come_one_after_the_other_and_the_last_is_repeated() {
        carrier.with(SIM, HALF, ScriptedAnswer.data(2000, 500));
        try (Anycarrier carriers = open()) {
            assertThat(remaining(carriers)).isEqualTo(1000);
            clock.advance(Duration.ofSeconds(1));
            assertThat(remaining(carriers)).isEqualTo(500);
            clock.advance(Duration.ofSeconds(1));
            assertThat(remaining(carriers)).isEqualTo(500);
        }
        assertThat(carrier.asked()).hasSize(3).containsOnly(REF.sim());
    }

    @Test
    void a_sim_that_is_not_in_the_script_is_not_found_or_whatever_is_said_of_the_others() {
        try (Anycarrier carriers = open()) {
            assertFails(() -> carriers.usage(REF), Kind.NOT_FOUND);
            clock.advance(Duration.ofHours(1));
            carrier.otherwise(sim -> HALF);
            assertThat(remaining(carriers)).isEqualTo(1000);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"DEADLINE_EXCEEDED", "CANCELLED"})
    void every_kind_that_a_carrier_can_answer_with_can_be_scripted(final Kind kind) {
        carrier.with(SIM, ScriptedAnswer.fails(kind)).withSetting("maximum-attempts", "1");
        try (Anycarrier carriers = open()) {
            assertFails(() -> carriers.usage(REF), kind);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DEADLINE_EXCEEDED", "CANCELLED"})
    void no_carrier_answers_with_what_the_caller_ends(final Kind kind) {
        assertThatThrownBy(() -> ScriptedAnswer.fails(kind)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_failure_that_may_pass_is_tried_again_by_the_engine_and_the_pause_takes_no_time() {
        carrier.with(SIM, ScriptedAnswer.fails(Kind.UNAVAILABLE), HALF);
        try (Anycarrier carriers = open()) {
            assertThat(remaining(carriers)).isEqualTo(1000);
        }
        assertThat(carrier.asked()).hasSize(2);
    }

    @Test
    void an_answer_that_comes_late_is_late_on_the_tests_clock_alone() {
        carrier.with(SIM, HALF.after(Duration.ofSeconds(8)));
        try (Anycarrier carriers = open()) {
            assertThat(remaining(carriers)).isEqualTo(1000);
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(8));
        }
    }

    @Test
    void one_that_comes_after_the_deadline_is_not_waited_for() {
        carrier.with(SIM, HALF.after(Duration.ofSeconds(8)));
        try (Anycarrier carriers = open()) {
            assertFails(
                    () -> carriers.usage(REF, CallOptions.defaults().withDeadline(Duration.ofSeconds(5))),
                    Kind.DEADLINE_EXCEEDED);
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
        }
    }

    @Test
    void one_that_takes_longer_than_an_attempt_may_is_a_timeout_of_the_attempt() {
        carrier.with(SIM, HALF.after(Duration.ofSeconds(11))).withSetting("maximum-attempts", "1");
        try (Anycarrier carriers = open()) {
            assertThatThrownBy(() -> carriers.usage(REF))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure ->
                                    assertThat(failure.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT));
        }
    }

    @Test
    void within_the_interval_the_known_value_is_answered() {
        carrier.with(SIM, HALF, ScriptedAnswer.data(2000, 500)).withMinimumInterval(Duration.ofMinutes(15));
        try (Anycarrier carriers = open()) {
            assertThat(remaining(carriers)).isEqualTo(1000);
            clock.advance(Duration.ofMinutes(14));
            assertThat(remaining(carriers)).isEqualTo(1000);
            clock.advance(Duration.ofMinutes(1));
            assertThat(remaining(carriers)).isEqualTo(500);
        }
        assertThat(carrier.asked()).hasSize(2);
    }

    @Test
    void limits_are_kept_by_waiting_on_the_tests_clock() {
        carrier.with(SIM, HALF).withLimits(new RateLimit(LimitScope.ACCOUNT, 1, Duration.ofSeconds(10)));
        try (Anycarrier carriers = open()) {
            carriers.usage(REF);
            carriers.usage(REF);
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(10));
        }
    }

    @Test
    void after_a_refusal_nothing_is_sent_until_the_carrier_allows_it() {
        carrier.with(SIM, ScriptedAnswer.refuses(Duration.ofMinutes(2)), HALF);
        try (Anycarrier carriers = open()) {
            for (int call = 0; call < 3; call++) {
                assertThatThrownBy(() -> carriers.usage(REF))
                        .isInstanceOfSatisfying(
                                UsageException.class,
                                failure -> assertThat(failure.notBefore()).contains(NOON.plusSeconds(120)));
            }
            assertThat(carrier.asked()).hasSize(1);
            clock.advance(Duration.ofMinutes(2));
            assertThat(remaining(carriers)).isEqualTo(1000);
        }
    }

    @Test
    void a_stale_value_is_served_while_the_carrier_is_down() {
        carrier.with(SIM, HALF, ScriptedAnswer.fails(Kind.UNAVAILABLE)).withSetting("maximum-attempts", "1");
        try (Anycarrier carriers = open()) {
            carriers.usage(REF);
            clock.advance(Duration.ofHours(1));

            assertThat(carriers.usage(REF, CallOptions.defaults().whenStale(WhenStale.SERVE)))
                    .isInstanceOfSatisfying(
                            UsageResult.Stale.class,
                            stale -> assertThat(stale.age()).isEqualTo(Duration.ofHours(1)));
        }
    }

    @Test
    void a_report_can_be_anything_and_one_about_another_sim_is_refused_by_the_engine() {
        carrier.with(
                SIM,
                ScriptedAnswer.report(empty -> new UsageReport(
                        empty.provider(),
                        empty.account(),
                        SimId.parse("8944465400000217743"),
                        empty.status(),
                        empty.carrierStatus(),
                        empty.buckets(),
                        empty.counters(),
                        empty.fetchedAt(),
                        empty.observedAt(),
                        empty.carrierCacheTime(),
                        empty.warnings())));
        try (Anycarrier carriers = open()) {
            assertFails(() -> carriers.usage(REF), Kind.INVALID_DATA);
        }
    }

    private Anycarrier open() {
        return ScriptedCarrier.builder(clock, carrier).build();
    }

    private static long remaining(final Anycarrier carriers) {
        return carriers.usage(REF).buckets().get(0).remaining().orElseThrow().amount();
    }

    private static void assertFails(final ThrowingCallable call, final Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
