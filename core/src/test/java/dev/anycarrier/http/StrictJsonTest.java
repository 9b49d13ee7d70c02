package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static dev.anycarrier.http.Answers.read;
import static dev.anycarrier.http.Answers.refusal;
import static dev.anycarrier.http.Answers.unknownFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.RawJson;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each promise of {@link StrictJson}. */
class StrictJsonTest {

    /** One field of each kind that carriers send. */
    record Wire(
            @JsonProperty(value = "name", required = true) @JsonSetter(nulls = Nulls.FAIL)
            String name,

            @JsonProperty("text") String text,
            @JsonProperty("count") Long count,
            @JsonProperty("small") Integer small,
            @JsonProperty("amount") BigDecimal amount,
            @JsonProperty("flag") Boolean flag,
            @JsonProperty("part") Part part,
            @JsonProperty("parts") List<Part> parts,
            @JsonProperty("tags") Map<String, Long> tags) {}

    record Part(
            @JsonProperty(value = "id", required = true) @JsonSetter(nulls = Nulls.FAIL)
            Long id) {}

    @Test
    void a_document_as_promised_is_read() {
        final Wire wire = read("""
                {"name": "", "text": "x", "count": 9007199254740993, "small": -1, "amount": 1.50, "flag": false,
                 "part": {"id": 1}, "parts": [{"id": 2}], "tags": {"a": 3}}
                """, Wire.class);

        assertThat(wire)
                .isEqualTo(new Wire(
                        "",
                        "x",
                        9007199254740993L,
                        -1,
                        new BigDecimal("1.50"),
                        false,
                        new Part(1L),
                        List.of(new Part(2L)),
                        Map.of("a", 3L)));
    }

    @Test
    void an_optional_field_may_be_absent_or_null() {
        assertThat(read("{\"name\":\"n\",\"count\":null}", Wire.class).count()).isNull();
        assertThat(read("{\"name\":\"n\"}", Wire.class).flag()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", " null ", "{", "{\"name\":\"n\"", "[]", "5", "\"\"", "\"text\"", "name"})
    void what_is_not_the_whole_document_is_invalid(final String body) {
        assertThat(refusal(body, Wire.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", " {}", " {\"name\":\"n\"}", "]", " null", ","})
    void anything_after_the_document_is_invalid(final String more) {
        final String body = "{\"name\":\"n\"}" + more;
        assertThat(refusal(body, Wire.class).kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal(body, JsonNode.class).kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal(body, RawJson.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"n\",\"count\":1,\"count\":2}",
                "{\"name\":\"n\",\"part\":{\"id\":1,\"id\":2}}",
                "{\"name\":\"n\",\"unknown\":{\"a\":1,\"a\":2}}",
                "{\"name\":\"n\",\"c\":1,\"\\u0063\":2}"
            })
    void a_key_that_comes_twice_is_invalid_even_where_nobody_looks(final String body) {
        assertThat(refusal(body, Wire.class).kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal(body, JsonNode.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | name",
                "{\"name\":null}                           | name",
                "{\"name\":\"n\",\"part\":{}}              | part.id",
                "{\"name\":\"n\",\"part\":{\"id\":null}}   | part.id",
                "{\"name\":\"n\",\"parts\":[{\"id\":1},{}]} | parts[1].id",
                "{\"name\":\"n\",\"parts\":[null]}         | parts",
                "{\"name\":\"n\",\"tags\":{\"a\":null}}    | tags"
            })
    void a_missing_or_null_value_is_invalid_where_one_is_required_and_named(final String body, final String field) {
        final UsageException refusal = refusal(body, Wire.class);
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).contains("field " + field);
    }

    @ParameterizedTest
    @CsvSource({
        "count, '\"5\"'",
        "count, '\"\"'",
        "count, '\" \"'",
        "count, 1.0",
        "count, 1.9",
        "count, 1e3",
        "count, true",
        "count, [5]",
        "count, []",
        "count, {}",
        "count, 9223372036854775808",
        "count, NaN",
        "count, '\"NaN\"'",
        "small, 2147483648",
        "small, '\"5\"'",
        "small, 5.0",
        "small, false",
        "amount, '\"5\"'",
        "amount, '\"\"'",
        "amount, true",
        "amount, []",
        "amount, '\"NaN\"'",
        "amount, Infinity",
        "text, 5",
        "text, 5.0",
        "text, true",
        "text, []",
        "text, {}",
        "text, '[\"x\"]'",
        "name, 5",
        "name, false",
        "flag, 0",
        "flag, 1",
        "flag, 1.0",
        "flag, '\"true\"'",
        "flag, '\"\"'",
        "flag, []",
        "flag, '[true]'",
        "part, []",
        "part, '\"\"'",
        "part, '\" \"'",
        "part, 5",
        "part, '[{\"id\":1}]'",
        "part, true",
        "parts, {}",
        "parts, '\"\"'",
        "parts, '{\"id\":1}'",
        "parts, 5",
        "tags, []",
        "tags, '\"\"'",
        "tags, 5"
    })
    void a_value_of_another_type_is_invalid_and_its_field_named(final String field, final String json) {
        final String body = "{" + (field.equals("name") ? "" : "\"name\":\"n\",") + "\"" + field + "\":" + json + "}";

        final UsageException refusal = refusal(body, Wire.class);
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        if (!json.equals("NaN") && !json.equals("Infinity")) {
            assertThat(refusal.detail()).contains("field " + field);
        }
    }

    @Test
    void a_refusal_never_repeats_a_value_or_a_name_that_is_no_plain_word() {
        final UsageException refusal =
                refusal("{\"name\":\"n\",\"tags\":{\"8944465400000217738\":\"planted\"}}", Wire.class);

        assertThat(refusal.getMessage())
                .contains("tags")
                .doesNotContain("planted")
                .doesNotContain("8944465400000217738");
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void unknown_fields_are_ignored_and_counted() {
        assertThat(unknownFields(
                        "{\"name\":\"n\",\"a\":1,\"b\":{\"c\":[1]},\"part\":{\"id\":1,\"d\":null}}", Wire.class))
                .isEqualTo(3);
        assertThat(unknownFields("{\"name\":\"n\"}", Wire.class)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void another_encoding_than_utf_8_is_invalid(final String charset) {
        final byte[] body = "{\"name\":\"n\"}".getBytes(Charset.forName(charset));
        final HttpResponse answer = new HttpResponse(200, HttpHeaders.none(), body);

        assertThat(refusal(answer, Wire.class).kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal(answer, RawJson.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    void bytes_that_are_not_utf_8_are_invalid() {
        final byte[] latin1 = "{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(new HttpResponse(200, HttpHeaders.none(), latin1), Wire.class)
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        assertThat(read("\ufeff{\"name\":\"n\"}", Wire.class).name()).isEqualTo("n");
        assertThat(read("\ufeff{\"name\":\"n\"}", RawJson.class).json()).isEqualTo("{\"name\":\"n\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json;charset=bogus",
                "application/problem+json",
                "text/plain",
                "text/json"
            })
    void a_media_type_that_can_hold_json_is_accepted(final String type) {
        final HttpResponse answer = answer(200, HttpHeaders.none().with("content-type", type), "{\"name\":\"n\"}");

        assertThat(StrictJson.read(answer, Wire.class, count -> {})).isInstanceOf(Wire.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=utf-8", "application/xml", "image/png", "json"})
    void another_media_type_does_not_come_from_the_carrier(final String type) {
        final HttpResponse answer = answer(200, HttpHeaders.none().with("Content-Type", type), "{\"name\":\"n\"}");

        assertThat(refusal(answer, Wire.class).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(refusal(answer, RawJson.class).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void any_document_can_be_kept_as_it_is_or_read_as_a_tree() {
        final String body = "{\"a\": [1.50, null]}";

        assertThat(read(body, RawJson.class).json()).isEqualTo(body);
        assertThat(read(body, JsonNode.class).at("/a/0").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(refusal("null", RawJson.class).kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal("null", JsonNode.class).kind()).isEqualTo(Kind.INVALID_DATA);
    }
}
