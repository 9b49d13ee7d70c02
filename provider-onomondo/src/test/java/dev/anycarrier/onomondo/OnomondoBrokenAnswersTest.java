package dev.anycarrier.onomondo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.anycarrier.onomondo.Json.RECORDED;
import static dev.anycarrier.onomondo.Json.lastPage;
import static dev.anycarrier.onomondo.Json.page;
import static dev.anycarrier.onomondo.Json.record;
import static dev.anycarrier.onomondo.Json.recordWith;
import static dev.anycarrier.onomondo.Json.recordWithout;
import static dev.anycarrier.onomondo.Questions.SIM;
import static dev.anycarrier.onomondo.Questions.failure;
import static dev.anycarrier.onomondo.Questions.year;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Network;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageWarning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usage records that are not what Onomondo promises: never a usage of 0, and the field is named. */
class OnomondoBrokenAnswersTest {

    private final OnomondoCarrier carrier = new OnomondoCarrier();

    @AfterEach
    void close() {
        carrier.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "{\"pagination\":{\"has_more\":false},\"usage\":[",
                "{\"pagination\":{\"has_more\":false},\"usage\":[]} and more",
                "{\"pagination\":{\"has_more\":false},\"usage\":[]}{}",
                "{\"pagination\":{\"has_more\":false},\"usage\":[],\"usage\":[]}"
            })
    @Fault({"JSON-01", "HTTP-01"})
    void a_body_that_is_no_single_json_document_is_invalid(final String body) {
        assertThat(refusalOf(body)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|pagination",
                "{\"usage\":[]}|pagination",
                "{\"pagination\":null,\"usage\":[]}|pagination",
                "{\"pagination\":{},\"usage\":[]}|pagination.has_more",
                "{\"pagination\":{\"has_more\":null},\"usage\":[]}|pagination.has_more",
                "{\"pagination\":{\"has_more\":\"false\"},\"usage\":[]}|pagination.has_more",
                "{\"pagination\":{\"has_more\":false}}|usage",
                "{\"pagination\":{\"has_more\":false},\"usage\":null}|usage",
                "{\"pagination\":{\"has_more\":false},\"usage\":[null]}|usage"
            })
    @Fault("JSON-03")
    void a_page_without_a_part_that_is_promised_is_invalid(final String body, final String field) {
        assertThat(refusalOf(body)).hasMessageContaining("field " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "bill_id", "sim_id", "bytes"})
    @Fault("JSON-03")
    void a_record_without_a_field_that_is_promised_is_invalid(final String field) {
        final String path = "field usage[1]." + field;
        assertThat(refusalOf(lastPage(RECORDED, recordWithout(field)))).hasMessageContaining(path);
        assertThat(refusalOf(lastPage(RECORDED, recordWith(field, "null")))).hasMessageContaining(path);
        assertThat(refusalOf(lastPage(RECORDED, recordWith(field, "\"\"")))).hasMessageContaining(path);
        assertThat(refusalOf(lastPage(RECORDED, recordWith(field, "\" \"")))).hasMessageContaining(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iccid", "session_id", "country_code", "network_type", "network"})
    void a_record_may_do_without_the_other_fields(final String field) {
        carrier.answers(
                "/usage",
                lastPage(recordWithout(field), recordWith(field, "null").replace("7c5f95c7", "0")));
        assertThat(carrier.account().records(year(2020)).map(UsageRecord::quantity))
                .containsExactly(Quantity.bytes(1_424_843), Quantity.bytes(1_424_843));
    }

    @Test
    void a_record_that_says_nothing_of_the_network_has_none() {
        carrier.answers(
                "/usage",
                lastPage("{\"time\":\"2020-01-01 00:00:00\",\"bill_id\":\"a\",\"sim_id\":\"000000001\",\"bytes\":0,"
                        + "\"iccid\":\"\",\"session_id\":\"\",\"network\":{\"mcc\":\"\",\"mnc\":null}}"));
        assertThat(carrier.account().records(year(2020))).singleElement().satisfies(record -> {
            assertThat(record.network()).isEmpty();
            assertThat(record.iccid()).isEmpty();
            assertThat(record.session()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1424843\"",
                "1.0",
                "1.9",
                "1e3",
                "1e999",
                "-1",
                "NaN",
                "\"NaN\"",
                "Infinity",
                "true",
                "[]",
                "{}"
            })
    @Fault({"JSON-04", "JSON-05"})
    void bytes_are_an_integer_that_is_not_negative(final String bytes) {
        assertThat(refusalOf(lastPage(recordWith("bytes", bytes)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9_007_199_254_740_993L, Long.MAX_VALUE})
    @Fault("JSON-06")
    void bytes_are_exact_up_to_the_largest_long(final long bytes) {
        carrier.answers("/usage/000000001", lastPage(record("a", "2024-01-03 07:49:13", bytes)));
        assertThat(carrier.account().usage(SIM).counters())
                .extracting(UsageCounter::used)
                .containsExactly(Quantity.bytes(bytes));
    }

    @Test
    @Fault("JSON-06")
    void bytes_beyond_the_largest_long_are_invalid() {
        assertThat(refusalOf(lastPage(recordWith("bytes", "9223372036854775808"))))
                .hasMessageContaining("field usage[0].bytes");
    }

    @Test
    void a_sum_beyond_the_largest_long_is_invalid() {
        carrier.answers(
                "/usage/000000001",
                lastPage(record("a", "2024-01-03 07:49:13", Long.MAX_VALUE), record("b", "2024-01-03 07:49:13", 1)));
        final UsageException failure = failure(() -> carrier.account().usage(SIM));
        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(failure).hasMessageContaining("out of range");
    }

    @Test
    void of_two_records_with_one_id_the_first_counts_and_the_contradiction_is_told() {
        carrier.answers(
                "/usage/000000001",
                lastPage(record("a", "2024-01-03 07:49:13", 5), record("a", "2024-01-03 07:49:13", 6)));
        final var report = carrier.account().usage(SIM);
        assertThat(report.counters()).extracting(UsageCounter::used).containsExactly(Quantity.bytes(5));
        assertThat(report.warnings()).extracting(UsageWarning::kind).containsExactly(UsageWarning.Kind.INCONSISTENT);
    }

    @Test
    @Fault("JSON-09")
    void words_that_are_new_are_kept_as_they_are() {
        carrier.answers(
                "/usage",
                lastPage(
                        recordWith("network_type", "\"NB-IoT 2\""),
                        recordWith("country_code", "\"xk1\"").replace("7c5f95c7", "0")));
        assertThat(carrier.account()
                        .records(year(2020))
                        .map(UsageRecord::network)
                        .flatMap(Optional::stream))
                .extracting(Network::radioAccessTechnology, Network::country)
                .containsExactly(
                        tuple(Optional.of("NB-IoT 2"), Optional.of("DK")),
                        tuple(Optional.of("4G"), Optional.of("XK1")));
    }

    @Test
    @Fault("JSON-10")
    void fields_that_are_new_are_ignored_and_counted() {
        carrier.answers(
                "/usage",
                lastPage(RECORDED.replace("{\"time\"", "{\"new\":{\"a\":[1,{\"b\":2}]},\"newer\":1,\"time\"")));
        assertThat(carrier.account().records(year(2020))).hasSize(1);
        assertThat(carrier.account().statistics().unknownFields()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"usage\"",
                "{\"pagination\":[],\"usage\":[]}",
                "{\"pagination\":{\"has_more\":false},\"usage\":{}}",
                "{\"pagination\":{\"has_more\":false},\"usage\":[[]]}"
            })
    @Fault("JSON-12")
    void a_document_of_another_shape_is_invalid(final String body) {
        assertThat(refusalOf(body)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-03T07:49:13Z",
                "2020-02-03 07:49:13Z",
                "2020-02-03 07:49:13+00",
                "2020-02-03 24:00:00",
                "2020-02-03 23:60:60",
                "2020-02-30 07:49:13",
                "0000-02-03 07:49:13",
                "20200203 07:49:13",
                "1580716153"
            })
    @Fault("JSON-15")
    void the_time_of_a_record_has_one_form_only(final String time) {
        assertThat(refusalOf(lastPage(recordWith("time", "\"" + time + "\"")))).hasMessageContaining("usage[0].time");
    }

    @Test
    @Fault("HTTP-19")
    void an_error_with_the_status_of_a_success_is_no_usage_of_zero() {
        assertThat(refusalOf("{\"error\":\"sim_id_not_found\"}")).isNotNull();
        carrier.answers("/usage/000000001", page("{\"has_more\":false}"));
        carrier.answers("/sims/000000001", "{\"error\":\"sim_id_not_found\"}");
        assertThat(failure(() -> carrier.account().usage(SIM)))
                .hasMessageContaining("the answer is an error with the status of a success");
    }

    @ParameterizedTest
    @CsvSource({"500, UNAVAILABLE", "503, UNAVAILABLE", "206, INVALID_DATA", "302, PROTOCOL"})
    @Fault({"HTTP-03", "HTTP-24"})
    void a_good_body_under_another_status_than_200_is_not_read(final int status, final Kind kind) {
        carrier.answersEverything(
                aResponse().withStatus(status).withBody(lastPage(record("a", "2024-01-03 07:49:13", 5))));
        assertThat(failure(() -> carrier.account().usage(SIM)).kind()).isEqualTo(kind);
    }

    /** The one failure that a page of 2020 ends in, whether the account, a SIM or its month is asked for. */
    private UsageException refusalOf(final String body) {
        carrier.answers("/usage", body);
        carrier.answers("/usage/000000001", body);
        final List<UsageException> failures = List.of(
                failure(() -> carrier.account().records(year(2020)).toList()),
                failure(() -> carrier.account().records(year(2020).of(SIM)).toList()),
                failure(() -> carrier.account().usage(SIM)));
        assertThat(failures).extracting(UsageException::kind).containsOnly(Kind.INVALID_DATA);
        assertThat(failures).allSatisfy(failure -> assertThat(failure).hasMessageNotContaining(OnomondoCarrier.KEY));
        return failures.get(0);
    }
}
