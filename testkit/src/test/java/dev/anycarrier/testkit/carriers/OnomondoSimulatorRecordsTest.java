package dev.anycarrier.testkit.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.testkit.AdjustableClock;
import dev.anycarrier.testkit.CarrierTestClient;
import dev.anycarrier.testkit.CarrierTestClient.Answer;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnomondoSimulatorRecordsTest {

    private static final Instant JANUARY = Instant.parse("2024-01-01T00:00:00Z");

    private final AdjustableClock clock = new AdjustableClock("2024-01-20T09:00:00Z");
    private final SimulatedCarrier onomondo = new OnomondoSimulator()
            .start(SimulatorOptions.seeded(5).withSims(15).withClock(clock));
    private final CarrierTestClient client = new CarrierTestClient(onomondo.address());

    @AfterEach
    void close() {
        onomondo.close();
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
