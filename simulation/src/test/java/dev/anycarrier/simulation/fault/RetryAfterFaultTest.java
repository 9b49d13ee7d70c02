package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What carriers write into {@code Retry-After}, and what becomes of the next request. */
class RetryAfterFaultTest {

    private static final Duration SLACK = Duration.ofMillis(100);

    private static Reply refused(final String retryAfter) {
        return Reply.of(429, "{}").with("Retry-After", retryAfter);
    }

    private static String date(final Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    @Test
    @Fault("RATE-01")
    void a_wait_beyond_the_deadline_is_told_at_once_and_kept() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            scene.answer(refused("120"));
            final UsageException told = Scene.failure(() -> airalo.usage(Scene.SIM));
            final Instant until = scene.simulation().time().instant().plusSeconds(120);
            assertThat(told.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            assertThat(told.notBefore().orElseThrow()).isBetween(until.minusMillis(100), until);
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(1));
            scene.answer(Reply.balance(1024));
            for (int second = 1; second < 120; second++) {
                scene.pass(Duration.ofSeconds(1));
                final UsageException refusal = Held.impatient(airalo, Scene.SIM);
                assertThat(refusal.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
                assertThat(refusal.notBefore().orElseThrow()).isBetween(until.minusMillis(100), until.plusMillis(100));
            }
            assertThat(scene.questions()).hasSize(1);
            airalo.usage(Scene.SIM);
            assertThat(scene.questions().get(1).at() - scene.questions().get(0).at())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(2).toNanos());
        });
    }

    @Test
    @Fault("RATE-02")
    void a_wait_within_the_deadline_is_waited_for() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account(
                    "airalo", "minimum-interval=0s", "maximum-age=0s", "limit-sim=1000/1s", "deadline=30s");
            scene.answer(request -> scene.questions().size() == 1 ? refused("2") : Reply.balance(1024));
            airalo.usage(Scene.SIM);
            assertThat(scene.questions()).hasSize(2);
            assertThat(Duration.ofNanos(scene.questions().get(1).at()
                            - scene.questions().get(0).at()))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"0|1000", "00|1000", "+5|5000", "5 |5000", "1.5|2000", "5, 10|10000"})
    @Fault("RATE-03")
    void a_sloppy_number_is_read_as_the_longest_that_makes_sense(final String value, final long leastMillis) {
        Scene.play(1, scene -> {
            final Duration least = Duration.ofMillis(leastMillis);
            assertThat(Held.afterRefusal(scene, refused(value))).isBetween(least, longest(least));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "", "1 MB", "99999999999999999999", "9223372036854775807"})
    @Fault("RATE-04")
    void what_makes_no_sense_is_replaced_by_pauses_of_our_own_that_grow(final String value) {
        Scene.play(1, scene -> {
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            final Reply refusal = refused("1 MB".equals(value) ? "9".repeat(1 << 20) : value);
            scene.answer(refusal);
            for (int attempt = 0; attempt < 5; attempt++) {
                Scene.failure(() -> airalo.usage(Scene.SIM));
            }
            assertThat(scene.questions()).hasSize(5);
            for (int i = 1; i < 5; i++) {
                final Duration least = Duration.ofSeconds(1L << (i - 1));
                assertThat(Duration.ofNanos(scene.questions().get(i).at()
                                - scene.questions().get(i - 1).at()))
                        .isBetween(least, least.multipliedBy(3).dividedBy(2).plus(SLACK));
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 14 Mar 2026 09:27:53 GMT|60",
                "Saturday, 14-Mar-26 09:27:53 GMT|60",
                "Sat Mar 14 09:27:53 2026|60",
                "Mon, 14 Mar 2026 09:27:53 GMT|60",
                "Sat, 14 Mar 2026 09:26:00 GMT|1",
                "Sat, 14 Mar 26 09:27:53 GMT|1",
                "2026-03-14T09:27:53Z|1",
                "Sat, 31 Feb 2026 09:27:53 GMT|1"
            })
    @Fault("RATE-05")
    void a_date_is_read_in_each_format_and_anything_else_is_left_to_our_own_pause(
            final String value, final long leastSeconds) {
        Scene.play(1, scene -> {
            final Duration least = Duration.ofSeconds(leastSeconds).minus(leastSeconds > 1 ? SLACK : Duration.ZERO);
            assertThat(Held.afterRefusal(scene, refused(value))).isBetween(least, longest(least));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    @Fault("RATE-07")
    void a_date_is_read_by_the_carriers_clock_whatever_ours_shows(final long daysWrong) {
        Scene.play(1, scene -> {
            scene.simulation().time().stepWallClock(Duration.ofDays(daysWrong));
            final Instant carriers = scene.simulation().time().trueInstant();
            final Reply refusal = refused(date(carriers.plusSeconds(60))).with("Date", date(carriers));
            assertThat(Held.afterRefusal(scene, refusal)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
        });
    }

    @ParameterizedTest
    @CsvSource({"-1,86459,86462", "0,59,62", "1,1,2"})
    @Fault("RATE-07")
    void without_the_carriers_clock_a_date_is_read_by_ours_and_never_as_less_than_our_own_pause(
            final long daysWrong, final long leastSeconds, final long mostSeconds) {
        Scene.play(1, scene -> {
            scene.simulation().time().stepWallClock(Duration.ofDays(daysWrong));
            final Instant carriers = scene.simulation().time().trueInstant();
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            scene.answer(refused(date(carriers.plusSeconds(60))));
            final UsageException told = Scene.failure(() -> airalo.usage(Scene.SIM));
            assertThat(told.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            scene.answer(Reply.balance(1024));
            scene.pass(Duration.ofSeconds(leastSeconds).minusMillis(600));
            assertThat(Held.impatient(airalo, Scene.SIM).kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
            scene.pass(Duration.ofSeconds(mostSeconds - leastSeconds + 1));
            airalo.usage(Scene.SIM);
            assertThat(scene.questions()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"301,PROTOCOL", "400,REJECTED_INPUT", "401,AUTHENTICATION_FAILED", "404,NOT_FOUND"})
    @Fault("RATE-08")
    void on_any_other_status_the_header_makes_nothing_retryable_and_holds_nothing_back(
            final int status, final Kind kind) {
        Scene.play(scene -> {
            final CarrierAccount airalo =
                    scene.account("airalo", "minimum-interval=0s", "maximum-age=0s", "limit-sim=1000/1s");
            scene.answer(Reply.of(status, "{}").with("Retry-After", "2"));
            final UsageException failure = Scene.failure(() -> airalo.usage(Scene.SIM));
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.notBefore()).isEmpty();
            assertThat(scene.questions()).hasSize(status == 401 ? 2 : 1);
            scene.answer(Reply.balance(1024));
            airalo.usage(Scene.OTHER_SIM);
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    @Fault("RATE-08")
    void on_an_answer_with_usage_the_header_means_nothing() {
        Scene.play(scene -> {
            final CarrierAccount airalo = scene.account("airalo", Held.BARE);
            scene.answer(Reply.balance(1024).with("Retry-After", "120"));
            airalo.usage(Scene.SIM);
            airalo.usage(Scene.SIM);
            assertThat(scene.questions()).hasSize(2);
            assertThat(scene.elapsed()).isLessThan(Duration.ofSeconds(1));
        });
    }

    @ParameterizedTest
    @CsvSource({"5,20", "20,5"})
    @Fault("RATE-09")
    void of_two_headers_the_longer_wait_holds(final String first, final String second) {
        Scene.play(
                1,
                scene -> assertThat(Held.afterRefusal(scene, refused(first).with("Retry-After", second)))
                        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21)));
    }

    /** Our own pause may be longer than what was asked for; beyond both nothing is waited for. */
    private static Duration longest(final Duration least) {
        return (least.compareTo(Held.OWN) > 0 ? least : Held.OWN).plus(SLACK.multipliedBy(2));
    }
}
