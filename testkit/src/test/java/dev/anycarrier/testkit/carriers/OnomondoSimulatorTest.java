package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.Ledger.Entry;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnomondoSimulatorTest {

    private static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2024-02-01T00:00:00Z");

    private final AdjustableClock clock = new AdjustableClock("2024-01-20T09:00:00Z");
    private final SimulatedCarrier onomondo = new OnomondoSimulator()
            .start(SimulatorOptions.seeded(5).withSims(15).withClock(clock));
    private final CarrierTestClient client = new CarrierTestClient(onomondo.address());

    @AfterEach
    void close() {
        onomondo.close();
    }

    @Test
    void carriers_of_one_seed_and_minute_are_drawn_once_and_others_are_not() {
        final SimulatorOptions same = SimulatorOptions.seeded(5).withSims(15).withClock(clock);
        clock.advance(Duration.ofSeconds(59));
        assertThat(truthOf(same))
                .isSameAs(truthOf(same))
                .isEqualTo(onomondo.sims().get(0));

        assertThat(truthOf(SimulatorOptions.seeded(6).withSims(15).withClock(clock)))
                .isNotEqualTo(onomondo.sims().get(0));
        clock.advance(Duration.ofSeconds(1));
        final SimTruth before = truthOf(same);
        clock.advance(Duration.ofMinutes(1));
        assertThat(truthOf(same)).isNotSameAs(before);
    }

    private static SimTruth truthOf(final SimulatorOptions options) {
        try (SimulatedCarrier carrier = new OnomondoSimulator().start(options)) {
            return carrier.sims().get(0);
        }
    }

    @Test
    void a_record_is_written_as_recorded() {
        final UsageRecord truth = onomondo.records().get(0);
        final JsonNode usage = get("/usage?filter=time:2023-12&limit=1").json().at("/usage/0");

        assertThat(usage.fieldNames())
                .toIterable()
                .containsExactly(
                        "time",
                        "bill_id",
                        "sim_id",
                        "iccid",
                        "session_id",
                        "bytes",
                        "country_code",
                        "network_type",
                        "network");
        assertThat(usage.path("time").textValue() + "Z")
                .isEqualTo(truth.time().toString().replace('T', ' '));
        assertThat(usage.path("bill_id").textValue()).isEqualTo(truth.id());
        assertThat(usage.path("sim_id").textValue())
                .isEqualTo(truth.sim().value())
                .matches("000[0-9]{6}");
        assertThat(usage.path("bytes").longValue()).isEqualTo(truth.quantity().amount());
        assertThat(usage.path("country_code").textValue()).matches("[a-z]{2}");
        assertThat(usage.at("/network/mnc").textValue())
                .isEqualTo(truth.network().orElseThrow().mobileNetworkCode().orElseThrow());
    }

    @Test
    void records_are_of_the_month_and_the_one_before_and_never_of_the_future() {
        assertThat(onomondo.records())
                .extracting(UsageRecord::time)
                .isSorted()
                .allMatch(time -> !time.isBefore(Instant.parse("2023-12-01T00:00:00Z")))
                .noneMatch(time -> time.isAfter(clock.instant()))
                .contains(JANUARY, JANUARY.minusSeconds(15 * 60));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 999, 1000})
    void the_pages_of_a_month_are_exactly_its_records(final int limit) {
        assertThat(walk("/usage?filter=time:2024-01&limit=" + limit))
                .hasSizeGreaterThan(1000)
                .isEqualTo(expected(usage -> !usage.time().isBefore(JANUARY)));
    }

    @Test
    void the_last_page_has_no_cursor_and_every_other_one_an_opaque_cursor_with_padding() {
        final JsonNode first =
                get("/usage?filter=time:2024-01-20&limit=1").json().path("pagination");
        final long records = expected(usage -> usage.time().toString().startsWith("2024-01-20"))
                .size();
        final JsonNode last =
                get("/usage?filter=time:2024-01-20&limit=" + records).json().path("pagination");

        assertThat(first.path("has_more").booleanValue()).isTrue();
        assertThat(first.path("next_page").textValue()).endsWith("==");
        assertThat(last.path("has_more").booleanValue()).isFalse();
        assertThat(last.has("next_page")).isFalse();
        assertThat(get("/usage?filter=time:2022").body())
                .isEqualTo("{\"pagination\":{\"has_more\":false},\"usage\":[]}");
    }

    @Test
    void a_client_that_forgets_its_filters_on_the_second_page_gets_other_records() {
        final String target = "/usage?filter[]=time:2024-01&filter[]=country_code:dk&limit=5";
        final String cursor =
                get(encoded(target)).json().at("/pagination/next_page").textValue();
        final String second = get(encoded(target + "&next_page=" + cursor)).body();

        assertThat(get(encoded("/usage?filter=time:2024-01&limit=5&next_page=" + cursor))
                        .body())
                .isNotEqualTo(second);
    }

    @Test
    void filters_choose_by_day_month_country_and_sim() {
        final UsageRecord any = onomondo.records().get(onomondo.records().size() / 2);
        final String day = any.time().toString().substring(0, 10);
        final String country = any.network().orElseThrow().country().orElseThrow();
        final Predicate<UsageRecord> sameDay = usage -> usage.time().toString().startsWith(day);
        final Predicate<UsageRecord> sameCountry =
                usage -> usage.network().orElseThrow().country().orElseThrow().equals(country);
        final Predicate<UsageRecord> sameSim = usage -> usage.sim().equals(any.sim());

        assertThat(ids("/usage?filter=time:" + day)).isEqualTo(expected(sameDay));
        assertThat(ids("/usage?filter[]=time:" + day + "&filter[]=country_code:" + country.toLowerCase(Locale.ROOT)))
                .isEqualTo(expected(sameDay.and(sameCountry)));
        assertThat(ids("/usage?filter=sim_id:" + any.sim().value())).isEqualTo(expected(sameSim));
        assertThat(ids("/usage/" + any.sim().value() + "?filter=time:" + day))
                .isEqualTo(expected(sameSim.and(sameDay)));
        assertThat(ids("/usage/" + any.iccid().orElseThrow().value()))
                .isEqualTo(ids("/usage/" + any.sim().value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usage",
                "/usage?filter=time:2024-01-01&filter=country_code:dk",
                "/usage?filter=time:2024-01-01&filter[]=country_code:dk",
                "/usage?filter[]=time:2024-01-01&filter[]=time:2024-01-02",
                "/usage?filter=time:2024-02-30",
                "/usage?filter=time:2024-01-01..2024-01-05",
                "/usage?filter=country_code:DK",
                "/usage?filter=network:4G",
                "/usage?filter=dk",
                "/usage?filter=time:2024&limit=0",
                "/usage?filter=time:2024&limit=1001",
                "/usage?filter=time:2024&limit=ten",
                "/usage?filter=time:2024&offset=-1",
                "/usage?filter=time:2024&next_page=MDAyNDY0OTk5",
                "/usage?filter=time:2024&next_page=%25",
                "/usage?filter=time:2024&group=days",
                "/usage/tag-total/fleet"
            })
    void what_is_not_documented_is_refused(final String target) {
        assertThat(get(encoded(target)).status()).isEqualTo(400);
    }

    @Test
    void a_sim_is_filtered_for_on_the_account_alone() {
        final String sim = onomondo.sims().get(0).sim().value();

        assertThat(get("/usage/" + sim + "?filter=sim_id:" + sim).status()).isEqualTo(400);
    }

    @Test
    void the_truth_about_a_sim_is_the_sum_of_its_records_in_the_month() {
        for (final SimTruth truth : onomondo.sims()) {
            final long used = onomondo.records().stream()
                    .filter(usage -> usage.sim().equals(truth.sim()))
                    .filter(usage -> !usage.time().isBefore(JANUARY))
                    .mapToLong(usage -> usage.quantity().amount())
                    .sum();
            assertThat(truth.status()).isEqualTo(SimStatus.UNKNOWN);
            assertThat(truth.counters())
                    .containsExactly(new UsageCounter(
                            Service.DATA, Quantity.bytes(used), Optional.of(TimePeriod.between(JANUARY, FEBRUARY))));
        }
    }

    @Test
    void a_data_limit_is_written_as_recorded_and_absent_where_there_is_none() {
        int limits = 0;
        for (final SimTruth truth : onomondo.sims()) {
            final JsonNode limit = get("/sims/" + truth.sim().value()).json().path("data_limit");
            assertThat(limit.isMissingNode()).isEqualTo(truth.buckets().isEmpty());
            if (!limit.isMissingNode()) {
                limits++;
                assertThat(limit.path("type").asText()).isIn("monthly", "weekly", "null");
                assertThat(limit.path("period").asText()).isIn("202401", "null");
                assertThat(limit.path("alert_threshold").isNull()).isTrue();
                assertThat(limit.path("resets_at").asText()).isIn("2024-02-01T00:00:00.000Z", "");
                assertThat(truth.buckets().get(0).used().map(Quantity::amount))
                        .isEqualTo(Optional.of(limit.path("used"))
                                .filter(JsonNode::isNumber)
                                .map(JsonNode::longValue));
            }
        }
        assertThat(limits).isBetween(1, onomondo.sims().size() - 1);
    }

    @Test
    void limits_tell_both_ends_of_their_period_or_one_or_none_and_some_sims_are_never_used() {
        final List<Optional<TimePeriod>> periods = onomondo.sims().stream()
                .flatMap(truth -> truth.buckets().stream())
                .map(Bucket::validity)
                .distinct()
                .toList();
        assertThat(periods)
                .containsExactlyInAnyOrder(
                        Optional.of(TimePeriod.between(JANUARY, FEBRUARY)),
                        Optional.of(TimePeriod.since(JANUARY)),
                        Optional.of(TimePeriod.until(FEBRUARY)),
                        Optional.empty());

        final Set<SimId> used =
                onomondo.records().stream().map(UsageRecord::sim).collect(Collectors.toSet());
        assertThat(onomondo.sims())
                .filteredOn(truth -> !used.contains(truth.sim()))
                .extracting(truth -> truth.buckets().size())
                .contains(0, 1);
    }

    @Test
    void an_iccid_is_good_for_usage_and_names_the_sim_in_hours_but_is_none_of_the_identifiers_of_sims() {
        final SimTruth known = onomondo.sims().stream()
                .filter(truth -> !truth.alsoKnownAs().isEmpty())
                .findFirst()
                .orElseThrow();
        final String iccid = known.alsoKnownAs().get(0).value();
        final JsonNode hours = get("/usage/" + iccid + "?group=hours").json().path("usage");

        assertThat(hours).isNotEmpty().allSatisfy(hour -> {
            assertThat(hour.path("iccid").textValue()).isEqualTo(iccid);
            assertThat(hour.path("sim_id").textValue()).isEqualTo(known.sim().value());
        });
        assertThat(get("/sims/" + iccid).status()).isEqualTo(404);
    }

    @Test
    void groups_of_hours_and_totals_of_tags_have_the_made_up_shape() {
        final JsonNode hours =
                get("/usage?filter=time:2024-01-19&group=hours").json().path("usage");
        final long day = onomondo.records().stream()
                .filter(usage -> usage.time().toString().startsWith("2024-01-19"))
                .mapToLong(usage -> usage.quantity().amount())
                .sum();
        long sum = 0;
        for (final JsonNode hour : hours) {
            assertThat(hour.path("time").textValue()).matches("2024-01-19 [0-9]{2}:00:00");
            sum += hour.path("bytes").longValue();
        }
        assertThat(hours).hasSizeBetween(1, 24);
        assertThat(sum).isEqualTo(day);

        for (final Map.Entry<String, Quantity> tag : onomondo.tagTotals().entrySet()) {
            assertThat(get("/usage/tag-total/" + tag.getKey()).body())
                    .isEqualTo("{\"usage\":{\"bytes\":" + tag.getValue().amount() + "}}");
        }
        assertThat(onomondo.tagTotals().values()).contains(Quantity.bytes(0)).anyMatch(total -> !total.isZero());
        assertThat(get("/usage/tag-total/036eb4b3-4f6a-4a9a-b10c-6306ac5088a3").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usage/", "/sims/"})
    void a_sim_is_unknown_forbidden_or_no_sim_at_all(final String path) {
        assertThat(get(path + onomondo.unknownSim().value()))
                .extracting(Answer::status, Answer::body)
                .containsExactly(404, "{\"error\":\"sim_id_not_found\"}");
        assertThat(get(path + onomondo.forbiddenSim().orElseThrow().value()))
                .extracting(Answer::status, Answer::body)
                .containsExactly(403, "{\"error\":\"sim_id_forbidden\"}");
        assertThat(get(path + "12345"))
                .extracting(Answer::status, Answer::body)
                .containsExactly(400, "{\"error\":\"sim_id_invalid\"}");
    }

    @Test
    void the_key_is_sent_as_it_is() {
        final String key = onomondo.settings().get("api-key");

        assertThat(client.get("/usage?filter=time:2024", "Authorization", key).status())
                .isEqualTo(200);
        assertThat(client.get("/usage?filter=time:2024", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/usage?filter=time:2024").status()).isEqualTo(401);
    }

    @Test
    void six_hundred_requests_a_minute_are_allowed_and_every_answer_counts_them_down() {
        final Answer first = get("/sims/" + onomondo.unknownSim().value());
        assertThat(first.header("x-ratelimit-limit")).contains("600");
        assertThat(first.header("x-ratelimit-remaining")).contains("599");
        assertThat(first.header("x-ratelimit-reset"))
                .contains(Long.toString(clock.instant().getEpochSecond() + 60));
        for (int i = 1; i < 600; i++) {
            get("/sims/1");
        }

        final Answer tooMany = get("/usage?filter=time:2024");

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("x-ratelimit-remaining")).contains("0");
        assertThat(tooMany.header("Retry-After")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(get("/usage?filter=time:2024").status()).isEqualTo(200);
    }

    @Test
    void the_ledger_tells_records_of_the_account_and_usage_of_a_sim_apart() {
        get("/usage?filter=time:2024");
        get("/usage/000000000");
        get("/nowhere");

        assertThat(onomondo.ledger().entries())
                .extracting(Entry::purpose)
                .containsExactly(Purpose.RECORDS, Purpose.USAGE, Purpose.UNKNOWN_PATH);
    }

    private Answer get(final String target) {
        return client.get(target, "Authorization", onomondo.settings().get("api-key"));
    }

    private static String encoded(final String target) {
        return target.replace("[", "%5B").replace("]", "%5D").replace("==", "%3D%3D");
    }

    private List<String> ids(final String target) {
        final List<String> ids = new ArrayList<>();
        get(encoded(target))
                .json()
                .path("usage")
                .forEach(usage -> ids.add(usage.path("bill_id").textValue()));
        return ids;
    }

    private List<String> walk(final String target) {
        final List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            final JsonNode page = get(target + next.get()).json();
            page.path("usage").forEach(usage -> ids.add(usage.path("bill_id").textValue()));
            next = Optional.ofNullable(page.at("/pagination/next_page").textValue())
                    .map(cursor -> encoded("&next_page=" + cursor));
        }
        return ids;
    }

    private List<String> expected(final Predicate<UsageRecord> wanted) {
        return onomondo.records().stream().filter(wanted).map(UsageRecord::id).toList();
    }
}
