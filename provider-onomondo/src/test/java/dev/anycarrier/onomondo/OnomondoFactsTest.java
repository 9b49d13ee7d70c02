package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.pageBefore;
import static dev.anycarrier.onomondo.Json.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.IdentifierType;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.BucketStatus;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Onomondo documents, and what its answers were seen to be, one test for each fact. */
class OnomondoFactsTest {

    private static final CarrierSimId SIM = CarrierSimId.of("000000001");
    private static final Iccid ICCID = Iccid.of("8944465400000217735");
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
    void a_record_keeps_leading_zeros_and_its_zoneless_time_is_utc() {
        carrier.answers("/usage", lastPage(Json.RECORDED));
        assertThat(carrier.account().records(year(2020)))
                .containsExactly(new UsageRecord(
                        "7c5f95c7-c0ff-352e-93e2-5370a6d37b42",
                        SIM,
                        Optional.of(ICCID),
                        Optional.of("bd01f3ee-7a10-4ae9-9e1d-3fd7f4e5c9a1"),
                        Service.DATA,
                        Quantity.bytes(1_424_843),
                        Instant.parse("2020-02-03T07:49:13Z"),
                        Optional.of(new Network(
                                Optional.of("238"), Optional.of("06"), Optional.of("DK"), Optional.of("4G")))));
    }

    @Test
    void on_the_last_page_the_next_page_is_absent() {
        carrier.answers("/usage", pageBefore("MDAyNDY0OTk5", record("a", "2024-01-01 00:00:00", 1)));
        carrier.answers("/usage", "next_page", "MDAyNDY0OTk5", lastPage(record("b", "2024-01-02 00:00:00", 2)));
        assertThat(carrier.account().records(year(2024)).map(UsageRecord::id)).containsExactly("a", "b");
        assertThat(carrier.targets()).hasSize(2);
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
                .containsExactly("/sims/000000001", "/usage/000000001?filter=time%3A2024-01&limit=1000");
    }

    @Test
    void an_iccid_serves_in_the_path_as_well_as_the_sim_id() {
        carrier.answers("/sims/8944465400000217735", "{}");
        carrier.answers("/usage/8944465400000217735", lastPage(record("a", "2024-01-03 07:49:13", 5)));
        final UsageReport report = carrier.account().usage(ICCID);
        assertThat(report.sim()).isEqualTo(ICCID);
        assertThat(report.counters()).extracting(UsageCounter::used).containsExactly(Quantity.bytes(5));
    }

    @Test
    void one_filter_is_sent_as_filter_and_several_as_filter_with_brackets() {
        carrier.answers("/usage", lastPage());
        assertThat(carrier.account().records(year(2024))).isEmpty();
        assertThat(carrier.account().records(year(2024).in("DK"))).isEmpty();
        assertThat(carrier.targets())
                .containsExactly(
                        "/usage?filter=time%3A2024&limit=1000",
                        "/usage?filter%5B%5D=time%3A2024&filter%5B%5D=country_code%3Adk&limit=1000");
    }

    @Test
    void all_filters_are_on_every_page() {
        carrier.answers("/usage/000000001", pageBefore("cGFnZTI="));
        carrier.answers("/usage/000000001", "next_page", "cGFnZTI=", lastPage());
        assertThat(carrier.account().records(year(2024).of(SIM).in("DK"))).isEmpty();
        assertThat(carrier.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.queryParameter("filter[]").values()).containsExactly("time:2024", "country_code:dk");
            assertThat(request.queryParameter("limit").values()).containsExactly("1000");
        });
    }

    @Test
    void a_cursor_is_percent_encoded_and_offset_is_never_sent() {
        carrier.answers("/usage", pageBefore("MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA=="));
        carrier.answers("/usage", "next_page", "MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA==", pageBefore("a+/b"));
        carrier.answers("/usage", "next_page", "a+/b", lastPage());
        assertThat(carrier.account().records(year(2024))).isEmpty();
        assertThat(carrier.targets())
                .containsExactly(
                        "/usage?filter=time%3A2024&limit=1000",
                        "/usage?filter=time%3A2024&limit=1000&next_page=MjAyMi0wMS0yOVQwMDozMDowMC4wMDBaQDAwMDAwODY2MA%3D%3D",
                        "/usage?filter=time%3A2024&limit=1000&next_page=a%2B%2Fb");
    }

    @Test
    void a_window_is_asked_for_by_whole_years_months_and_days() {
        carrier.answers("/usage", lastPage());
        assertThat(carrier.account()
                        .records(UsageRecordQuery.between(
                                Instant.parse("2022-10-30T00:00:00Z"), Instant.parse("2024-02-02T00:00:00Z"))))
                .isEmpty();
        assertThat(carrier.requests())
                .flatExtracting(request -> request.queryParameter("filter").values())
                .containsExactly(
                        "time:2022-10-30",
                        "time:2022-10-31",
                        "time:2022-11",
                        "time:2022-12",
                        "time:2023",
                        "time:2024-01",
                        "time:2024-02-01");
    }

    @Test
    void a_window_that_is_not_whole_days_is_cut_by_the_time_of_the_records() {
        carrier.answers(
                "/usage",
                "filter",
                "time:2024-01-30",
                lastPage(
                        record("before", "2024-01-30 11:59:59", 1),
                        record("first", "2024-01-30 12:00:00", 1),
                        record("last", "2024-01-30 12:59:59", 1),
                        record("after", "2024-01-30 13:00:00", 1)));
        assertThat(carrier.account()
                        .records(UsageRecordQuery.between(
                                Instant.parse("2024-01-30T12:00:00Z"), Instant.parse("2024-01-30T13:00:00Z")))
                        .map(UsageRecord::id))
                .containsExactly("first", "last");
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

    @Test
    void records_are_grouped_by_hours_on_demand() {
        carrier.answers("/usage", "group", "hours", lastPage());
        assertThat(carrier.account().usageByHour(year(2024))).isEmpty();
        assertThat(carrier.targets()).containsExactly("/usage?filter=time%3A2024&limit=1000&group=hours");
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

    static UsageRecordQuery year(final int year) {
        return UsageRecordQuery.between(
                Instant.parse(year + "-01-01T00:00:00Z"), Instant.parse(year + 1 + "-01-01T00:00:00Z"));
    }

    static UsageException failure(final org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        return catchThrowableOfType(UsageException.class, question);
    }

    static List<String> ids(final java.util.stream.Stream<UsageRecord> records) {
        return records.map(UsageRecord::id).toList();
    }
}
