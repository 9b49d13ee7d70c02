package dev.anycarrier.airalo;

import static dev.anycarrier.airalo.AiraloAccount.SIM;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Airalo documents about a usage answer, one test for each statement. */
class AiraloFactsTest {

    private static final long MB = 1024 * 1024;

    private final AiraloAccount airalo = new AiraloAccount();

    @AfterEach
    void close() {
        airalo.close();
    }

    @Test
    void usage_is_asked_for_by_iccid_as_json_with_a_bearer_token() {
        airalo.usage();

        final LoggedRequest request = airalo.usageRequests().get(0);
        assertThat(request.getUrl()).isEqualTo("/v2/sims/" + SIM + "/usage");
        assertThat(request.getHeader("Accept")).isEqualTo("application/json");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + AiraloAccount.TOKEN);
        assertThat(airalo.usageRequests()).hasSize(1);
    }

    @Test
    void an_iccid_with_the_filler_f_is_asked_for_without_it() {
        airalo.usage(SIM + "F");

        assertThat(airalo.usageRequests())
                .singleElement()
                .satisfies(request -> assertThat(request.getUrl()).isEqualTo("/v2/sims/" + SIM + "/usage"));
    }

    @Test
    void total_and_remaining_are_megabytes_of_1024_times_1024_bytes() {
        final Bucket data = onlyBucket(airalo.usage());

        assertThat(data.service()).isEqualTo(Service.DATA);
        assertThat(data.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(2048 * MB)));
        assertThat(data.remaining()).contains(Quantity.bytes(767 * MB));
        assertThat(data.used()).contains(Quantity.bytes(1281 * MB));
        assertThat(data.status()).isEqualTo(BucketStatus.ACTIVE);
        assertThat(data.id()).isEmpty();
    }

    @Test
    void voice_is_counted_in_minutes() {
        airalo.answers(UsageBody.documented().with("total_voice", "100").with("remaining_voice", "99"));

        final Bucket voice = airalo.usage().buckets(Service.VOICE).get(0);
        assertThat(voice.allowance()).isEqualTo(Allowance.limited(Quantity.seconds(6000)));
        assertThat(voice.remaining()).contains(Quantity.seconds(5940));
        assertThat(voice.used()).contains(Quantity.seconds(60));
    }

    @Test
    void text_is_counted_in_messages() {
        airalo.answers(UsageBody.documented().with("total_text", "100").with("remaining_text", "0"));

        final Bucket text = airalo.usage().buckets(Service.MESSAGE).get(0);
        assertThat(text.allowance()).isEqualTo(Allowance.limited(Quantity.messages(100)));
        assertThat(text.remaining()).contains(Quantity.messages(0));
        assertThat(text.status()).isEqualTo(BucketStatus.EXHAUSTED);
    }

    @Test
    void voice_and_text_with_a_total_of_0_are_services_the_sim_does_not_have() {
        assertThat(airalo.usage().buckets()).extracting(Bucket::service).containsExactly(Service.DATA);
    }

    @Test
    void data_with_a_total_of_0_is_a_bucket_that_grants_nothing() {
        airalo.answers(UsageBody.documented().with("total", "0").with("remaining", "0"));

        final Bucket data = onlyBucket(airalo.usage());
        assertThat(data.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(0)));
        assertThat(data.remaining()).contains(Quantity.bytes(0));
    }

    @Test
    void a_numeric_text_is_as_good_as_a_number() {
        airalo.answers(UsageBody.documented().with("total", "\"2048\"").with("remaining", "\"767.0\""));

        final UsageReport report = airalo.usage();
        assertThat(onlyBucket(report).remaining()).contains(Quantity.bytes(767 * MB));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void a_fraction_of_a_byte_is_rounded_down_where_it_remains_and_up_where_it_is_granted_or_used() {
        airalo.answers(UsageBody.documented().with("total", "2.0000001").with("remaining", "0.0000001"));

        final UsageReport report = airalo.usage();
        final Bucket data = onlyBucket(report);
        assertThat(data.allowance()).isEqualTo(Allowance.limited(Quantity.bytes(2 * MB + 1)));
        assertThat(data.remaining()).contains(Quantity.bytes(0));
        assertThat(data.used()).contains(Quantity.bytes(2 * MB));
        assertThat(report.warnings())
                .extracting(UsageWarning::kind)
                .containsExactly(UsageWarning.Kind.FRACTION_ROUNDED, UsageWarning.Kind.FRACTION_ROUNDED);
    }

    @Test
    void decimal_megabytes_that_are_whole_bytes_are_exact_and_need_no_warning() {
        airalo.answers(UsageBody.documented().with("remaining", "767.5"));

        final UsageReport report = airalo.usage();
        assertThat(onlyBucket(report).remaining()).contains(Quantity.bytes(767 * MB + MB / 2));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void fields_that_were_added_since_are_ignored() {
        airalo.answers(UsageBody.documented().with("fair_usage", "{\"remaining\": [1, {\"x\": null}]}"));

        assertThat(onlyBucket(airalo.usage()).remaining()).contains(Quantity.bytes(767 * MB));
    }

    @Test
    void expired_at_has_no_zone_and_is_read_as_utc() {
        assertThat(onlyBucket(airalo.usage()).validity())
                .contains(TimePeriod.until(Instant.parse("2027-01-31T23:59:59Z")));
    }

    @Test
    void expired_at_may_be_null_and_then_the_validity_is_not_known() {
        airalo.answers(UsageBody.documented().with("expired_at", "null").with("status", "\"NOT_ACTIVE\""));

        assertThat(onlyBucket(airalo.usage()).validity()).isEmpty();
    }

    @Test
    void unlimited_data_has_neither_a_total_nor_a_rest_whatever_numbers_stand_beside_it() {
        airalo.answers(UsageBody.documented().with("is_unlimited", "true"));

        final Bucket data = onlyBucket(airalo.usage());
        assertThat(data.allowance()).isEqualTo(Allowance.unlimited());
        assertThat(data.remaining()).isEmpty();
        assertThat(data.used()).isEmpty();
        assertThat(data.status()).isEqualTo(BucketStatus.ACTIVE);
    }

    @Test
    void unlimited_governs_data_only() {
        airalo.answers(UsageBody.documented()
                .with("is_unlimited", "true")
                .with("total", "0")
                .with("remaining", "0")
                .with("total_text", "10")
                .with("remaining_text", "4"));

        assertThat(airalo.usage().buckets())
                .extracting(Bucket::allowance)
                .containsExactly(Allowance.unlimited(), Allowance.limited(Quantity.messages(10)));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ACTIVE, NOT_ACTIVE, NOT_ACTIVE",
        "ACTIVE, ACTIVE, ACTIVE",
        "EXPIRED, EXPIRED, EXPIRED",
        "UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void each_documented_status_has_its_meaning(
            final String word, final SimStatus status, final BucketStatus bucketStatus) {
        airalo.answers(UsageBody.documented().with("status", "\"" + word + "\""));

        final UsageReport report = airalo.usage();
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.carrierStatus()).contains(word);
        assertThat(onlyBucket(report).status()).isEqualTo(bucketStatus);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void finished_is_exhausted() {
        airalo.answers(UsageBody.documented().with("status", "\"FINISHED\"").with("remaining", "0"));

        final UsageReport report = airalo.usage();
        assertThat(report.status()).isEqualTo(SimStatus.EXHAUSTED);
        assertThat(report.carrierStatus()).contains("FINISHED");
        assertThat(onlyBucket(report).status()).isEqualTo(BucketStatus.EXHAUSTED);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void a_recycled_sim_is_terminated_and_its_zeros_are_no_buckets() {
        airalo.answers(UsageBody.recycled());

        final UsageReport report = airalo.usage();
        assertThat(report.status()).isEqualTo(SimStatus.TERMINATED);
        assertThat(report.carrierStatus()).contains("RECYCLED");
        assertThat(report.buckets()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "active", "PAUSED-2"})
    void any_other_status_word_is_unknown_and_kept(final String word) {
        airalo.answers(UsageBody.documented().with("status", "\"" + word + "\""));

        final UsageReport report = airalo.usage();
        assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report.carrierStatus()).contains(word);
        assertThat(onlyBucket(report).remaining()).contains(Quantity.bytes(767 * MB));
        assertThat(report.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.UNKNOWN_STATUS));
    }

    @Test
    void the_published_example_is_no_json_because_of_its_comment() {
        airalo.answers(200, """
                {
                    "data": {
                        "remaining": 767,
                        "total": 2048,
                        "expired_at": "2022-01-01 00:00:00",
                        "is_unlimited": true,
                        "status": "ACTIVE", // All Cases: [ NOT_ACTIVE, ACTIVE, FINISHED, UNKNOWN, EXPIRED ]
                        "remaining_voice": 0,
                        "remaining_text": 0,
                        "total_voice": 0,
                        "total_text": 0
                    },
                    "meta": {
                        "message": "api.succes"
                    }
                }
                """);

        assertThat(airalo.failure().kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    void a_value_may_be_20_minutes_old_and_does_not_say_when_it_was_true() {
        final Instant before = Instant.now();
        final UsageReport report = airalo.usage();

        assertThat(report.carrierCacheTime()).contains(Duration.ofMinutes(20));
        assertThat(report.observedAt()).isEmpty();
        assertThat(report.fetchedAt()).isBetween(before, Instant.now());
    }

    @Test
    void the_report_names_the_sim_that_was_asked_for_since_the_answer_names_none() {
        final UsageReport report = airalo.usage();

        assertThat(report.sim().value()).isEqualTo(SIM);
        assertThat(report.provider()).isEqualTo("airalo");
        assertThat(report.account()).isEqualTo("test");
        assertThat(report.counters()).isEmpty();
    }

    @Test
    void an_iccid_with_a_wrong_check_digit_is_asked_for_with_a_warning() {
        final UsageReport report = airalo.usage("8944465400000217735");

        assertThat(onlyBucket(report).remaining()).contains(Quantity.bytes(767 * MB));
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(UsageWarning.Kind.ICCID_CHECK_DIGIT);
            assertThat(warning.detail()).doesNotContain("8944465400000217735");
        });
    }

    private static Bucket onlyBucket(final UsageReport report) {
        assertThat(report.buckets()).hasSize(1);
        return report.buckets().get(0);
    }
}
