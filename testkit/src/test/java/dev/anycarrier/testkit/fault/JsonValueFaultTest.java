package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.MockCarrier.json;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values of a document may be. */
class JsonValueFaultTest {

    private static final String ICCID = "\"iccid\":\"8944465400000217735\"";
    private static final String DATA = "\"data\":{\"total\":5000,\"remaining\":1234}";

    @RegisterExtension
    static final MockCarrier CARRIER = new MockCarrier();

    @Test
    @Fault("JSON-04")
    void a_number_written_as_a_text_is_read_where_the_carrier_is_known_for_it_and_nowhere_else() {
        ask("{" + ICCID + ",\"data\":{\"total\":\"5000\",\"remaining\":1234}}").isOk(5000, 1234);
        assertThat(invalid("{" + ICCID + ",\"data\":{\"total\":5000,\"remaining\":\"1234\"}}")
                        .detail())
                .contains("data.remaining");
    }

    @ParameterizedTest
    @CsvSource({"1.0,1", "1e3,1000", "-0,0", "0e5,0", "1000e-3,1", "\"1.0\",1", "\"+7\",7"})
    @Fault("JSON-05")
    void a_number_is_read_exactly_however_it_is_written(final String written, final long bytes) {
        final UsageReport report = total(written).isOk(bytes, 0).good();

        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.9,2", "0.000001,1", "\"1.9\",2"})
    @Fault("JSON-05")
    void a_fraction_of_a_byte_is_rounded_up_and_said_to_be(final String written, final long bytes) {
        final UsageReport report = total(written).isOk(bytes, 0).good();

        assertThat(report.warnings())
                .extracting(UsageWarning::kind)
                .containsExactly(UsageWarning.Kind.FRACTION_ROUNDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.5",
                "1e999",
                "1e999999999",
                "-1e999999999",
                "NaN",
                "Infinity",
                "-Infinity",
                "\"NaN\"",
                "\"Infinity\"",
                "\"-1\"",
                "\"1e3\"",
                "\"0x10\"",
                "\"1,5\"",
                "\"1 000\"",
                "01",
                "+1",
                ".5",
                "1.",
                "0x10"
            })
    @Fault("JSON-05")
    void what_is_no_amount_is_no_usage(final String written) {
        total(written).is(Kind.INVALID_DATA).mayNotBeRetried();
    }

    @ParameterizedTest
    @ValueSource(longs = {9_007_199_254_740_993L, Long.MAX_VALUE})
    @Fault("JSON-06")
    void a_large_number_is_exact(final long bytes) {
        total(Long.toString(bytes)).isOk(bytes, 0);
        total("\"" + bytes + "\"").isOk(bytes, 0);
    }

    @Test
    @Fault("JSON-06")
    void a_number_that_no_amount_can_be_is_refused() {
        total("9223372036854775808").is(Kind.INVALID_DATA);
        total("\"9223372036854775808\"").is(Kind.INVALID_DATA);
        total("9".repeat(4_000)).isOneOf(Kind.INVALID_DATA, Kind.TOO_LARGE).within(Caller.SLACK);
        total("\"" + "9".repeat(4_000) + "\"").isOneOf(Kind.INVALID_DATA, Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "8944465400000217735, \"8944465400000217735\"",
        "89444654000002177350, \"89444654000002177350\"",
        "0044465400000217735, \"0044465400000217735\"",
        "8944465400000217735, \"8944465400000217735F\"",
        "8944465400000217735, \"8944465400000217735f\""
    })
    @Fault("JSON-07")
    void an_iccid_is_the_same_only_if_every_digit_is(final String asked, final String answered) {
        about(asked, answered).isOk(TOTAL, REMAINING);
    }

    @ParameterizedTest
    @CsvSource({
        "8944465400000217735, 8944465400000217735",
        "89444654000002177350, 89444654000002177350",
        "8944465400000217735, 8944465400000217700",
        "8944465400000217735, 8.944465400000217735e18",
        "8944465400000217735, \"08944465400000217735\"",
        "8944465400000217735, \"8944465400000217736\"",
        "8944465400000217735, \" 8944465400000217735\"",
        "8944465400000217735, \"8944465400000217735FF\"",
        "0044465400000217735, 44465400000217735",
        "0044465400000217735, 0044465400000217735",
        "8944465400000217735, true"
    })
    @Fault("JSON-07")
    void an_iccid_that_differs_in_anything_is_another_sim(final String asked, final String answered) {
        about(asked, answered).is(Kind.INVALID_DATA).mayNotBeRetried();
    }

    @ParameterizedTest
    @CsvSource({"\"PAUSED\",PAUSED", "\"active\",active", "3,3"})
    @Fault("JSON-09")
    void a_status_that_nobody_knows_is_unknown_and_kept(final String written, final String kept) {
        final UsageReport report =
                ask("{" + ICCID + "," + DATA + ",\"status\":" + written + "}").good();

        assertThat(report.status()).isEqualTo(SimStatus.UNKNOWN);
        assertThat(report.carrierStatus()).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29 02:30:00, 2026-03-29T02:30:00Z",
        "9999-12-31 23:59:59, 9999-12-31T23:59:59Z",
        "2024-02-29 00:00:00, 2024-02-29T00:00:00Z"
    })
    @Fault("JSON-15")
    void a_date_of_the_declared_form_is_utc_even_in_a_daylight_saving_gap(final String written, final Instant time) {
        final UsageReport report = expiring("\"" + written + "\"").good();

        assertThat(report.buckets().get(0).validity().orElseThrow().end()).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-29T02:30:00\"",
                "\"2026-03-29T02:30:00Z\"",
                "\"2026-03-29 02:30:00+00\"",
                "\"2026-03-29 02:30:00+0000\"",
                "\"2026-03-29\"",
                "1774751400",
                "1774751400000",
                "\"1774751400\"",
                "\"0000-01-01 00:00:00\"",
                "\"10000-01-01 00:00:00\"",
                "\"2026-03-29 24:00:00\"",
                "\"2016-12-31 23:59:60\"",
                "\"2026-03-29 23:60:60\"",
                "\"2026-02-29 00:00:00\"",
                "\"2026-13-01 00:00:00\"",
                "\"٢٠٢٦-03-29 02:30:00\"",
                "\"\""
            })
    @Fault("JSON-15")
    void a_date_of_another_form_is_not_guessed_at(final String written) {
        assertThat(expiring(written).is(Kind.INVALID_DATA).bad().detail()).contains("expires_at");
    }

    private static Outcome total(final String written) {
        return ask("{" + ICCID + ",\"data\":{\"total\":" + written + ",\"remaining\":0}}");
    }

    private static Outcome expiring(final String written) {
        return ask("{" + ICCID + "," + DATA + ",\"expires_at\":" + written + "}");
    }

    private static Outcome about(final String asked, final String answered) {
        return CARRIER.ask(Iccid.of(asked), json("{\"iccid\":" + answered + "," + DATA + "}"))
                .after(1);
    }

    private static UsageException invalid(final String body) {
        return ask(body).is(Kind.INVALID_DATA).mayNotBeRetried().after(1).bad();
    }

    private static Outcome ask(final String body) {
        return CARRIER.ask(json(body)).after(1);
    }
}
