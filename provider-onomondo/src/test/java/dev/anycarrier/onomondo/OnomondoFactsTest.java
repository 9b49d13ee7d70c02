package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.pageBefore;
import static dev.anycarrier.onomondo.Json.record;
import static dev.anycarrier.onomondo.Questions.ICCID;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.failure;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Onomondo documents, and what its answers were seen to be, one test for each fact. Those about records as such are
 * in {@link OnomondoRecordFactsTest}.
 */
class OnomondoFactsTest {

    private static final TimePeriod JANUARY =
            TimePeriod.between(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2024-02-01T00:00:00Z"));

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void the_base_url_is_api_onomondo_com_unless_the_settings_say_otherwise() {
        assertThat(OnomondoSettings.BASE_URL.defaultText()).contains("https://api.onomondo.com");
    }

    @Test
    void the_authorization_header_holds_the_raw_key() {
        carrier.answers("/usage/000000001", lastPage());
        carrier.account().usage(SIM);
        assertThat(carrier.requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request.header("Authorization").values()).containsExactly(OnomondoCarrier.KEY));
    }

    @Test
    void a_setting_puts_the_word_bearer_before_the_key() {
        carrier.with("bearer-prefix", "true").answers("/usage/000000001", lastPage());
        carrier.account().usage(SIM);
        assertThat(carrier.requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization").values())
                                .containsExactly("Bearer " + OnomondoCarrier.KEY));
    }

    @Test
    void an_account_may_call_600_times_a_minute_and_the_reset_header_holds_epoch_seconds() {
        final ProviderDescriptor descriptor = carrier.account().descriptor();
        assertThat(descriptor.limits()).containsExactly(new RateLimit(LimitScope.ACCOUNT, 600, Duration.ofMinutes(1)));
        assertThat(descriptor.rateLimitHeaders())
                .contains(new RateLimitHeaders(
                        "x-ratelimit-limit",
                        "x-ratelimit-remaining",
                        "x-ratelimit-reset",
                        RateLimitHeaders.ResetMeaning.EPOCH_SECONDS,
                        LimitScope.ACCOUNT));
    }

    @Test
    void only_data_is_known_and_its_age_is_not() {
        final ProviderDescriptor descriptor = carrier.account().descriptor();
        assertThat(descriptor.services()).containsExactly(Service.DATA);
        assertThat(descriptor.identifiers())
                .containsExactlyInAnyOrder(IdentifierType.ICCID, IdentifierType.CARRIER_SIM_ID);
        assertThat(descriptor.carrierCacheTime()).isEmpty();
        assertThat(descriptor.minimumInterval()).isZero();
    }

    @Test
    void one_session_appears_in_several_records_and_the_usage_is_their_sum() {
        carrier.answers(
                "/usage/000000001",
                lastPage(
                        record("a", "2024-01-03 07:49:13", 1_424_843),
                        record("b", "2024-01-03 08:04:14", 1_103),
                        record("c", "2024-01-03 08:19:13", 1_634)));
        final UsageReport report = carrier.account().usage(SIM);
        assertThat(report.counters())
                .containsExactly(new UsageCounter(
                        Service.DATA, Quantity.bytes(1_424_843 + 1_103 + 1_634), Optional.of(JANUARY)));
        assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report.carrierStatus()).isEmpty();
        assertThat(report.fetchedAt()).isEqualTo(OnomondoCarrier.NOW);
        assertThat(report.observedAt()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void a_bill_id_is_one_record_however_often_it_is_sent() {
        carrier.answers(
                "/usage/000000001",
                pageBefore(
                        "cGFnZTI=", record("a", "2024-01-03 07:49:13", 700), record("a", "2024-01-03 07:49:13", 700)));
        carrier.answers(
                "/usage/000000001",
                "next_page",
                "cGFnZTI=",
                lastPage(record("a", "2024-01-03 07:49:13", 700), record("b", "2024-01-03 08:04:14", 7)));
        assertThat(carrier.account().usage(SIM).counters())
                .extracting(UsageCounter::used)
                .containsExactly(Quantity.bytes(707));
        assertThat(carrier.account().records(year(2024).of(SIM)).map(UsageRecord::id))
                .containsExactly("a", "b");
    }

    @Test
    void the_usage_of_a_sim_is_that_of_the_current_month() {
        carrier.answers("/usage/000000001", lastPage());
        assertThat(carrier.account().usage(SIM).counters())
                .containsExactly(new UsageCounter(Service.DATA, Quantity.bytes(0), Optional.of(JANUARY)));
        assertThat(carrier.targets())
                .containsExactly("/usage/000000001?filter=time%3A2024-01&limit=1000", "/sims/000000001");
    }

    @Test
    void an_iccid_serves_in_the_path_of_usage_as_well_as_the_sim_id() {
        carrier.answers("/usage/8944465400000217735", lastPage(record("a", "2024-01-03 07:49:13", 5)));
        final UsageReport report = carrier.account().usage(ICCID);
        assertThat(report.sim()).isEqualTo(ICCID);
        assertThat(report.counters()).extracting(UsageCounter::used).containsExactly(Quantity.bytes(5));
    }

    @Test
    void the_data_limit_is_asked_for_by_the_sim_id_that_records_name_and_only_without_any_by_the_iccid() {
        carrier.answers("/usage/8944465400000217735", lastPage(record("a", "2024-01-03 07:49:13", 5)));
        carrier.account().usage(ICCID);
        carrier.answers("/usage/8944465400000217735", lastPage());
        carrier.answers("/sims/8944465400000217735", "{}");
        carrier.account().usage(ICCID);
        assertThat(carrier.targets())
                .filteredOn(target -> target.startsWith("/sims"))
                .containsExactly("/sims/000000001", "/sims/8944465400000217735");
    }

    @Test
    void a_data_limit_is_a_bucket_in_bytes_until_it_resets() {
        carrier.answers("/sims/000000001", """
                {"data_limit":{"used":794716,"total":10000000,"type":"monthly","period":"202401",\
                "alert_threshold":null,"resets_at":"2024-02-01T00:00:00.000Z"}}""");
        carrier.answers("/usage/000000001", lastPage(record("a", "2024-01-03 07:49:13", 794_716)));
        final UsageReport report = carrier.account().usage(SIM);
        assertThat(report.buckets())
                .containsExactly(
                        Bucket.limited(Service.DATA, Quantity.bytes(10_000_000), Quantity.bytes(10_000_000 - 794_716))
                                .withValidity(JANUARY));
        assertThat(report.counters()).hasSize(1);
    }

    @Test
    void what_was_used_of_a_data_limit_may_be_null_and_then_nobody_knows_what_is_left() {
        carrier.answers("/sims/000000001", """
                {"data_limit":{"used":null,"total":10000000,"type":"monthly","period":"202401",\
                "alert_threshold":null,"resets_at":"2024-02-01T00:00:00.000Z"}}""");
        carrier.answers("/usage/000000001", lastPage(record("a", "2024-01-03 07:49:13", 5)));
        assertThat(carrier.account().usage(SIM).buckets())
                .containsExactly(new Bucket(
                        Optional.empty(),
                        Service.DATA,
                        Allowance.limited(Quantity.bytes(10_000_000)),
                        Optional.empty(),
                        Optional.empty(),
                        BucketStatus.UNKNOWN,
                        Optional.of(JANUARY)));
    }

    @Test
    void without_a_data_limit_there_is_a_counter_and_no_bucket() {
        carrier.answers("/sims/000000001", "{\"id\":\"000000001\",\"iccid\":\"8944465400000217735\"}");
        carrier.answers("/usage/000000001", lastPage(record("a", "2024-01-03 07:49:13", 5)));
        final UsageReport report = carrier.account().usage(SIM);
        assertThat(report.buckets()).isEmpty();
        assertThat(report.counters()).hasSize(1);
    }

    @Test
    void a_tag_total_takes_no_window_and_no_filter_and_has_no_period() {
        final String tag = "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3";
        carrier.answers("/usage/tag-total/" + tag, "{\"bytes\":12}");
        assertThat(carrier.account().tagTotal(tag).period()).isEmpty();
        assertThat(carrier.targets()).containsExactly("/usage/tag-total/" + tag);
    }

    @ParameterizedTest
    @CsvSource({
        "404, sim_id_not_found, NOT_FOUND",
        "403, sim_id_forbidden, PERMISSION_DENIED",
        "400, sim_id_invalid, REJECTED_INPUT"
    })
    void an_error_keeps_the_code_of_the_carrier(final int status, final String code, final Kind kind) {
        carrier.answersEverything(aResponse().withStatus(status).withBody("{\"error\":\"" + code + "\"}"));
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.carrierCode()).contains(code);
        assertThat(failure.retryable()).isFalse();
        assertThat(carrier.requests()).hasSize(1);
    }

    @Test
    void a_401_is_a_refused_key_whatever_its_body() {
        carrier.answersEverything(aResponse().withStatus(401).withBody("<html>" + OnomondoCarrier.KEY));
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(failure).hasMessageNotContaining(OnomondoCarrier.KEY);
    }

    @Test
    @Fault("HTTP-15")
    void a_429_is_the_limit_of_the_account_whatever_its_body() {
        carrier.answersEverything(aResponse().withStatus(429));
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(failure.limitScope()).contains(LimitScope.ACCOUNT);
        assertThat(failure.retryable()).isTrue();
    }
}
