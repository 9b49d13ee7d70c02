package dev.anycarrier.onomondo;

import static dev.anycarrier.onomondo.Json.RECORDED;
import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.page;
import static dev.anycarrier.onomondo.Json.pageBefore;
import static dev.anycarrier.onomondo.Questions.ICCID;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.between;
import static dev.anycarrier.onomondo.Questions.failure;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import dev.anycarrier.usage.TagTotal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records grouped by hours and totals by tag, whose shape Onomondo publishes nowhere: read with tolerance, kept raw. */
class OnomondoUnpublishedShapesTest {

    private static final String TAG = "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3";

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @Test
    void a_group_with_the_names_of_a_record_has_its_hour_and_its_bytes() {
        final String group = "{\"time\":\"2020-02-03 07:00:00\",\"bytes\":1424843}";
        assertThat(groupsOf(lastPage(group)))
                .containsExactly(new HourlyUsage(
                        Optional.of(Instant.parse("2020-02-03T07:00:00Z")),
                        Optional.of(Quantity.bytes(1_424_843)),
                        new RawJson(group)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hour\":\"2020-02-03 07:00:00\"}",
                "{\"hour\":\"2020-02-03T07:00:00Z\"}",
                "{\"time\":\"2020-02-03T07:00:00.000Z\"}",
                "{\"time\":\"2020-02-03T08:00:00+01:00\"}"
            })
    void an_hour_is_recognised_in_either_of_the_forms_in_which_the_carrier_writes_times(final String group) {
        assertThat(groupsOf(lastPage(group)))
                .extracting(HourlyUsage::hour)
                .containsExactly(Optional.of(Instant.parse("2020-02-03T07:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"hour\":7}",
                "{\"hour\":\"07\"}",
                "{\"time\":\"2020-02-03 07:49:13\"}",
                "{\"time\":\"yesTerday\"}",
                "{\"bytes\":\"5\"}",
                "{\"bytes\":5.0}",
                "{\"bytes\":-5}",
                "{\"bytes\":9223372036854775808}",
                "{\"total\":5}",
                "[\"2020-02-03 07:00:00\",5]",
                "5",
                "null",
                "\"a \\\"text\\\"\""
            })
    void what_is_not_recognised_is_left_empty_and_kept_as_it_was_sent(final String group) {
        assertThat(groupsOf(lastPage(group, "  " + group + " ")))
                .hasSize(2)
                .containsOnly(new HourlyUsage(Optional.empty(), Optional.empty(), new RawJson(group)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"usage\":[%s]}",
                "{\"before\":{\"usage\":[1]},\"usage\":[%s],\"after\":[2]}",
                "[%s]",
            })
    void the_groups_are_found_in_the_array_that_records_have_or_in_the_document_itself(final String document) {
        final String group = "{ \"b\" : [ 1.10 , \"ø\\u00f8\" ] }";
        assertThat(groupsOf(document.formatted(group + ", " + group)))
                .extracting(HourlyUsage::raw)
                .containsExactly(new RawJson(group), new RawJson(group));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"usage\":{\"2020-02-03 07\":5}}", "{\"hours\":[1]}", "\"nothing\""})
    void a_document_without_recognisable_groups_is_one_group(final String document) {
        assertThat(groupsOf(document))
                .containsExactly(new HourlyUsage(Optional.empty(), Optional.empty(), new RawJson(document)));
    }

    @Test
    void a_group_outside_the_window_is_left_out_if_its_hour_is_recognised() {
        carrier.answers(
                "/usage",
                lastPage(
                        "{\"hour\":\"2020-02-03 06:00:00\"}",
                        "{\"hour\":\"2020-02-03 07:00:00\"}",
                        "{\"hour\":\"2020-02-03 08:00:00\"}",
                        "{\"hour\":\"unknown\"}"));
        assertThat(carrier.account().usageByHour(between("2020-02-03T07:00:00Z", "2020-02-03T08:00:00Z")))
                .extracting(HourlyUsage::raw)
                .containsExactly(
                        new RawJson("{\"hour\":\"2020-02-03 07:00:00\"}"), new RawJson("{\"hour\":\"unknown\"}"));
    }

    @Test
    void groups_have_pages_as_records_have() {
        carrier.answers("/usage/000000001", pageBefore("YQ==", "1"));
        carrier.answers("/usage/000000001", "next_page", "YQ==", lastPage("2"));
        final List<HourlyUsage> groups;
        try (Stream<HourlyUsage> stream = carrier.account()
                .usageByHour(between("2023-01-01T00:00:00Z", "2024-02-01T00:00:00Z")
                        .of(SIM)
                        .in("DK"))) {
            groups = stream.toList();
        }
        assertThat(groups).extracting(group -> group.raw().json()).containsExactly("1", "2", "1", "2");
        assertThat(carrier.requests()).hasSize(4).allSatisfy(request -> {
            assertThat(request.queryParameter("group").values()).containsExactly("hours");
            assertThat(request.queryParameter("filter[]").values()).contains("country_code:dk");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"next_page\":2}", "{\"has_more\":true}", "{\"next_page\":\"https://evil.example\"}"})
    void pages_of_groups_that_cannot_be_followed_are_an_error_and_not_the_end(final String pagination) {
        carrier.answers("/usage", page(pagination, "1"));
        assertThat(failure(() -> carrier.account().usageByHour(year(2020)).toList())
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    @Fault("SEM-01")
    void a_group_that_names_another_sim_is_refused() {
        carrier.answers("/usage/000000001", lastPage("{\"sim_id\":\"000000002\"}"));
        carrier.answers("/usage/" + ICCID.value(), lastPage("{\"iccid\":\"8944465400000217743\"}"));
        for (final var sim : List.of(SIM, ICCID)) {
            assertThat(failure(() -> carrier.account()
                                    .usageByHour(year(2020).of(sim))
                                    .toList())
                            .kind())
                    .isEqualTo(Kind.INVALID_DATA);
        }
    }

    @Test
    void a_group_that_names_the_sim_asked_for_is_accepted() {
        carrier.answers("/usage/000000001", lastPage(RECORDED));
        carrier.answers("/usage/" + ICCID.value(), lastPage(RECORDED));
        assertThat(carrier.account().usageByHour(year(2020).of(SIM))).hasSize(1);
        assertThat(carrier.account().usageByHour(year(2020).of(ICCID))).hasSize(1);
    }

    @Test
    @Fault("HTTP-19")
    void an_error_with_the_status_of_a_success_is_neither_a_group_nor_a_total() {
        carrier.answers("/usage", "{\"error\":\"filter_invalid\"}");
        carrier.answers("/usage/tag-total/" + TAG, "{\"error\":\"tag_id_not_found\"}");
        assertThat(failure(() -> carrier.account().usageByHour(year(2020)).toList())
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
        assertThat(failure(() -> carrier.account().tagTotal(TAG)).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @Fault("JSON-01")
    @ValueSource(strings = {"", "null", "{", "[] []", "{\"a\":1,\"a\":2}"})
    void tolerance_ends_where_json_ends(final String body) {
        carrier.answers("/usage", body);
        carrier.answers("/usage/tag-total/" + TAG, body);
        assertThat(failure(() -> carrier.account().usageByHour(year(2020)).toList())
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
        assertThat(failure(() -> carrier.account().tagTotal(TAG)).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"bytes\":12}|12",
                "{\"usage\":{\"bytes\":12}}|12",
                "{\"data\": {\"bytes\": 12}}|12",
                "{\"bytes\":0}|0"
            })
    void a_tag_total_is_recognised_by_the_name_bytes(final String body, final long bytes) {
        carrier.answers("/usage/tag-total/" + TAG, body);
        assertThat(carrier.account().tagTotal(TAG))
                .isEqualTo(new TagTotal(TAG, Optional.of(Quantity.bytes(bytes)), Optional.empty(), new RawJson(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "12",
                "{\"total\":12}",
                "{\"bytes\":\"12\"}",
                "{\"bytes\":1.2}",
                "{\"bytes\":-12}",
                "{\"usage\":[{\"bytes\":12}]}",
                "{\"usage\":{\"data\":{\"bytes\":12}}}"
            })
    void a_tag_total_that_is_not_recognised_is_empty_and_never_zero(final String body) {
        carrier.answers("/usage/tag-total/" + TAG, body);
        assertThat(carrier.account().tagTotal(TAG))
                .isEqualTo(new TagTotal(TAG, Optional.empty(), Optional.empty(), new RawJson(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fridges",
                "036eb4b3-4f6a-4a9a-b10c-6306ac5088a",
                "036eb4b34f6a4a9ab10c6306ac5088a3",
                "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3/",
                "../../sims/000000001",
                "%2e%2e",
                "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3?x"
            })
    @Fault("SEC-01")
    void a_tag_that_is_no_uuid_never_reaches_the_carrier(final String tag) {
        assertThat(failure(() -> carrier.account().tagTotal(tag)).kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(carrier.requests()).isEmpty();
    }

    @Test
    void what_is_kept_raw_is_not_shown() {
        carrier.answers("/usage/tag-total/" + TAG, "{\"owner\":\"a person\"}");
        assertThat(carrier.account().tagTotal(TAG).toString()).doesNotContain("person");
    }

    private List<HourlyUsage> groupsOf(final String document) {
        carrier.answers("/usage", document);
        try (Stream<HourlyUsage> groups = carrier.account().usageByHour(year(2020))) {
            return groups.toList();
        }
    }
}
