package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static dev.anycarrier.http.Scans.NAMES;
import static dev.anycarrier.http.Scans.REQUIRED;
import static dev.anycarrier.http.Scans.readObject;
import static dev.anycarrier.http.Scans.readWire;
import static dev.anycarrier.http.Scans.refusal;
import static dev.anycarrier.http.Scans.scanner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each promise of {@link JsonScanner} about documents, objects and arrays. */
class JsonScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                " null ",
                "{",
                "{\"name\":\"n\"",
                "{\"name\":\"n",
                "{\"name\":",
                "{\"name\"",
                "{\"na",
                "[]",
                "5",
                "\"\"",
                "\"text\"",
                "name",
                "nul",
                "{\"name\":\"n\",}",
                "{,\"name\":\"n\"}",
                "{\"name\" \"n\"}",
                "{\"name\":\"n\" \"text\":\"t\"}",
                "{\"name\":\"n\",,\"text\":\"t\"}",
                "{name:\"n\"}",
                "{'name':'n'}",
                "{\"name\":\"n\",\"text\":}",
                "{\"name\":\"n\"]",
                "{\"name\":\"n\",\"parts\":[}",
                "{\"name\":\"n\",\"parts\":[,]}",
                "{\"name\":\"n\",\"parts\":[{\"name\":\"n\"},]}",
                "{\"name\":\"n\",\"parts\":[{\"name\":\"n\"}{\"name\":\"n\"}]}",
                "{\"name\":\"n\",\"flag\":tru}",
                "{\"name\":\"n\",\"flag\":truex}",
                "{\"name\":\"n\",\"flag\":nul}",
                "{\"name\":\"n\"/**/}",
                "\u00a0{\"name\":\"n\"}",
                "\ufeff\ufeff{\"name\":\"n\"}"
            })
    void what_is_not_the_whole_document_is_invalid(final String body) {
        assertThat(refusal(body).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{1:1}",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{\"a\":1]",
                "[",
                "[[]",
                "{\"a\":[",
                "tru",
                "]"
            })
    void what_is_skipped_must_be_json_too(final String value) {
        assertThat(refusal(value, Scans::skipAll).detail())
                .startsWith("the answer is not the promised JSON document near byte ");
        assertThat(refusal("{\"name\":\"n\",\"new\":" + value + "}").kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", " {}", " {\"name\":\"n\"}", "]", "}", " null", ",", "\u0000"})
    void anything_after_the_document_is_invalid(final String more) {
        assertThat(refusal("{\"name\":\"n\"}" + more).detail())
                .startsWith("the answer is not the promised JSON document near byte 1");
        assertThat(refusal("{\"name\":\"n\"}" + more, Scans::skipAll).kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " null "})
    void null_in_place_of_the_document_is_said_to_be_null(final String body) {
        final List<Consumer<JsonScanner>> readings = List.of(
                json -> json.beginObject(NAMES),
                JsonScanner::beginArray,
                JsonScanner::isNull,
                JsonScanner::skip,
                JsonScanner::text,
                JsonScanner::wholeNumber,
                JsonScanner::flag);
        for (final Consumer<JsonScanner> reading : readings) {
            assertThat(refusal(body, reading).detail()).isEqualTo("the answer is the JSON value null");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"n\",\"count\":1,\"count\":2}",
                "{\"name\":\"n\",\"count\":1,\"new\":0,\"count\":null}",
                "{\"name\":\"n\",\"name\":\"n\"}",
                "{\"name\":\"n\",\"part\":{\"name\":\"n\",\"name\":\"n\"}}",
                "{\"name\":\"n\",\"count\":1,\"\\u0063ount\":2}",
                "{\"name\":\"n\",\"count\":1, \"count\" :2}"
            })
    void a_known_name_that_comes_twice_is_invalid(final String body) {
        assertThat(refusal(body).detail()).startsWith("the answer is not the promised JSON document near byte ");
    }

    @Test
    void a_name_may_come_again_in_another_object() {
        readWire(scanner("{\"name\":\"n\",\"part\":{\"name\":\"n\"},\"parts\":[{\"name\":\"n\"},{\"name\":\"n\"}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                             | name",
                "{\"text\":\"t\"}                               | name",
                "{\"name\":null}                                | name",
                "{\"name\":\"n\",\"part\":{}}                   | part.name",
                "{\"name\":\"n\",\"part\":{\"name\":null}}      | part.name",
                "{\"name\":\"n\",\"parts\":[{\"name\":\"n\"},{}]} | parts[1].name",
                "{\"name\":\"n\",\"parts\":[null]}              | parts[0]",
                "{\"name\":\"n\",\"parts\":[{\"name\":\"n\",\"part\":{\"name\":\"n\",\"count\":\"5\"}}]} "
                        + "| parts[0].part.count"
            })
    void a_missing_or_null_value_is_invalid_where_one_is_required_and_named(final String body, final String field) {
        final UsageException refusal = refusal(body);

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).isEqualTo("field " + field + " is missing, null, or not of the promised type");
    }

    @Test
    void a_null_in_a_required_field_is_not_skipped_either() {
        final UsageException refusal = refusal("{\"name\":null}", json -> {
            json.beginObject(REQUIRED);
            json.nextField();
            json.skip();
        });

        assertThat(refusal.detail()).isEqualTo("field name is missing, null, or not of the promised type");
    }

    @ParameterizedTest
    @CsvSource({
        "count, '\"5\"'",
        "count, true",
        "count, [5]",
        "count, {}",
        "count, 1.0",
        "text, 5",
        "text, true",
        "text, []",
        "text, {}",
        "text, '[\"x\"]'",
        "name, 5",
        "name, false",
        "flag, 0",
        "flag, 1",
        "flag, '\"true\"'",
        "flag, '\"\"'",
        "flag, []",
        "flag, '[true]'",
        "part, []",
        "part, '\"\"'",
        "part, 5",
        "part, true",
        "part, '[{\"id\":1}]'",
        "parts, {}",
        "parts, '\"\"'",
        "parts, 5"
    })
    void a_value_of_another_type_is_invalid_and_its_field_named(final String field, final String value) {
        final String body = "{" + (field.equals("name") ? "" : "\"name\":\"n\",") + "\"" + field + "\":" + value + "}";

        assertThat(refusal(body).detail())
                .isEqualTo("field " + field + " is missing, null, or not of the promised type");
    }

    @Test
    void a_refusal_never_repeats_a_value_or_a_name_that_the_carrier_made_up() {
        final UsageException refusal = refusal("{\"8944465400000217738\":\"planted\"}", json -> {
            json.beginObject(NAMES);
            json.nextField();
            json.flag();
        });

        assertThat(refusal.detail()).isEqualTo("field … is missing, null, or not of the promised type");
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void unknown_fields_are_counted_and_reported_once_at_the_end() {
        final AtomicInteger unknown = new AtomicInteger();
        final JsonScanner json = JsonScanner.of(
                answer(200, "{\"name\":\"n\",\"a\":1,\"b\":{\"c\":[1]},\"part\":{\"name\":\"n\",\"d\":null}}"),
                unknown::addAndGet);
        readObject(json);
        assertThat(unknown).hasValue(0);
        json.end();
        assertThat(unknown).hasValue(3);
    }

    @Test
    void events_hear_nothing_when_every_field_is_known() {
        readWire(JsonScanner.of(answer(200, "{\"name\":\"n\"}"), count -> {
            throw new AssertionError("no unknown field");
        }));
    }

    @Test
    void fields_are_recognised_in_any_order_and_in_one_that_changes() {
        final JsonScanner json = scanner(
                "[{\"count\":1,\"name\":\"n\"},{\"name\":\"n\",\"count\":1},{\"new\":1,\"count\":1,\"other\":1,\"name\":\"n\"}]");
        json.beginArray();
        while (json.nextElement()) {
            readObject(json);
        }
        json.end();
    }

    @Test
    void one_may_not_stop_before_the_end_or_confuse_objects_and_arrays() {
        final JsonScanner object = scanner("{\"name\":[1]}");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(object::nextField);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(object::nextElement);
        object.beginObject(NAMES);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(object::end);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(object::nextElement);
        object.nextField();
        object.beginArray();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(object::nextField);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void another_encoding_than_utf_8_is_invalid(final String charset) {
        final byte[] body = "{\"name\":\"n\"}".getBytes(Charset.forName(charset));
        final UsageException refusal = catchThrowableOfType(
                UsageException.class,
                () -> readWire(JsonScanner.of(new HttpResponse(200, HttpHeaders.none(), body), count -> {})));

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @Test
    void a_byte_order_mark_is_skipped() {
        readWire(scanner("\ufeff{\"name\":\"n\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "json"})
    void another_media_type_does_not_come_from_the_carrier(final String type) {
        final HttpResponse answer = answer(200, HttpHeaders.none().with("Content-Type", type), "{\"name\":\"n\"}");

        assertThat(catchThrowableOfType(UsageException.class, () -> JsonScanner.of(answer, count -> {}))
                        .kind())
                .isEqualTo(Kind.PROTOCOL);
    }
}
