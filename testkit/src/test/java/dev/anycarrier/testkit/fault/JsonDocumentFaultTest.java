package dev.anycarrier.testkit.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.anycarrier.testkit.fault.MockCarrier.json;
import static dev.anycarrier.testkit.fault.Said.REMAINING;
import static dev.anycarrier.testkit.fault.Said.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document is, and what must be in it. */
class JsonDocumentFaultTest {

    private static final String ICCID = "\"iccid\":\"8944465400000217735\"";
    private static final String DATA = "\"data\":{\"total\":5000,\"remaining\":1234}";

    @RegisterExtension
    static final MockCarrier CARRIER = new MockCarrier();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + ICCID + "," + DATA,
                "{" + ICCID + "," + DATA + "}}",
                "{" + ICCID + "," + DATA + "} null",
                "{" + ICCID + "," + DATA + "} // as the carrier's own example has it",
                "{" + ICCID + "," + DATA + "}{" + ICCID + "," + DATA + "}",
                "{" + ICCID + "," + DATA + ",}",
                "{" + ICCID + " " + DATA + "}",
                "{'iccid':'8944465400000217735'," + DATA + "}",
                "{" + ICCID + "," + DATA + "," + DATA + "}",
                "null",
                "\"\"",
                "0",
                " "
            })
    @Fault("JSON-01")
    void what_is_not_one_whole_document_is_no_usage(final String body) {
        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{" + ICCID + "}",
                "{" + ICCID + ",\"data\":null}",
                "{" + ICCID + ",\"data\":{}}",
                "{" + ICCID + ",\"data\":\"\"}",
                "{" + ICCID + ",\"data\":{\"remaining\":0}}",
                "{" + ICCID + ",\"data\":{\"total\":5000}}",
                "{" + ICCID + ",\"data\":{\"total\":null,\"remaining\":0}}",
                "{" + ICCID + ",\"data\":{\"total\":\"\",\"remaining\":0}}",
                "{" + ICCID + ",\"data\":{\"total\":\" \",\"remaining\":0}}",
                "{" + ICCID + ",\"data\":{\"total\":5000,\"remaining\":null}}",
                "{" + ICCID + ",\"data\":{\"total\":5000,\"remaining\":\"\"}}",
                "{" + ICCID + ",\"data\":{\"total\":5000,\"remaining\":false}}",
                "{" + DATA + "}",
                "{\"iccid\":null," + DATA + "}",
                "{\"iccid\":\"\"," + DATA + "}",
                "{\"iccid\":\"  \"," + DATA + "}"
            })
    @Fault("JSON-03")
    void a_required_field_that_is_not_there_is_never_zero(final String body) {
        assertThat(invalid(body).detail()).containsAnyOf("data", "iccid");
    }

    @Test
    @Fault("JSON-10")
    void fields_that_nobody_knows_are_ignored_and_counted() {
        CARRIER.stubFor(any(anyUrl())
                .willReturn(json("{" + ICCID + "," + DATA + ",\"new\":1,\"deep\":" + "{\"x\":[".repeat(20)
                        + "]}".repeat(20) + "}")));
        try (Caller caller = CARRIER.caller(TinyCarrier.WITH_KEY)) {
            caller.ask().isOk(TOTAL, REMAINING).after(1);
            assertThat(caller.unknownFields()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{" + ICCID + "," + DATA + "}]",
                "{" + ICCID + ",\"data\":[]}",
                "{" + ICCID + ",\"data\":[{\"total\":5000,\"remaining\":1234}]}",
                "{" + ICCID + ",\"data\":5000}",
                "{" + ICCID + ",\"data\":{\"total\":[5000],\"remaining\":0}}",
                "{" + ICCID + ",\"data\":{\"total\":{},\"remaining\":0}}",
                "{" + ICCID + "," + DATA + ",\"networks\":{}}",
                "{" + ICCID + "," + DATA + ",\"networks\":{\"0\":\"DK\"}}",
                "{" + ICCID + "," + DATA + ",\"networks\":\"DK\"}",
                "{\"iccid\":[\"8944465400000217735\"]," + DATA + "}"
            })
    @Fault("JSON-12")
    void a_list_is_no_object_and_an_object_no_list(final String body) {
        invalid(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "\"AC\\u0000TIVE\"",
                "\"\\ufeff\"",
                "\"\\u001b[31m\"",
                "\"ACT\u0000IVE\"",
                "\"ACT\tIVE\"",
                "\"\u0007\"",
                "\"\\u202e\""
            })
    @Fault("JSON-13")
    void a_word_with_characters_that_harm_a_reader_s_screen_is_no_word(final String word) {
        invalid("{" + ICCID + "," + DATA + ",\"status\":" + word + "}");
    }

    @Test
    @Fault("JSON-13")
    void a_byte_order_mark_before_the_document_is_skipped_and_one_within_is_not() {
        ask("\uFEFF{" + ICCID + "," + DATA + "}").isOk(TOTAL, REMAINING);
        invalid("{\uFEFF" + ICCID + "," + DATA + "}");
    }

    private static UsageException invalid(final String body) {
        return ask(body).is(Kind.INVALID_DATA).mayNotBeRetried().after(1).bad();
    }

    private static Outcome ask(final String body) {
        return CARRIER.ask(json(body)).after(1);
    }
}
