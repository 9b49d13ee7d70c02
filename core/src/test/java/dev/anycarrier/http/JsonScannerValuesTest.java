package dev.anycarrier.http;

import static dev.anycarrier.http.Scans.NAMES;
import static dev.anycarrier.http.Scans.refusal;
import static dev.anycarrier.http.Scans.scanner;
import static dev.anycarrier.http.Scans.skipAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as a {@link JsonScanner} reads and refuses them: numbers, texts and their escapes. */
class JsonScannerValuesTest {

    @Test
    void values_of_each_type_are_read() {
        final JsonScanner json =
                scanner(" [ \"x\" , \"\", -12, 0, true,false , null,[ ] ,{ } , {\"name\" : [1, [2]]}, 5]\n");
        json.beginArray();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.isNull()).isFalse();
        assertThat(json.text().text()).isEqualTo("x");
        assertThat(json.nextElement()).isTrue();
        assertThat(json.text().text()).isEmpty();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.wholeNumber()).isEqualTo(-12);
        assertThat(json.nextElement()).isTrue();
        assertThat(json.wholeNumber()).isZero();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.flag()).isTrue();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.flag()).isFalse();
        assertThat(json.nextElement()).isTrue();
        assertThat(json.isNull()).isTrue();
        assertThat(json.nextElement()).isTrue();
        json.beginArray();
        assertThat(json.nextElement()).isFalse();
        assertThat(json.nextElement()).isTrue();
        json.beginObject(NAMES);
        assertThat(json.nextField()).isEqualTo(JsonScanner.END);
        assertThat(json.nextElement()).isTrue();
        json.beginObject(NAMES);
        assertThat(json.nextField()).isZero();
        json.skip();
        assertThat(json.nextField()).isEqualTo(JsonScanner.END);
        assertThat(json.nextElement()).isTrue();
        assertThat(json.wholeNumber()).isEqualTo(5);
        assertThat(json.nextElement()).isFalse();
        json.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "999999999999999999",
                "1000000000000000000",
                "-1000000000000000000",
                "9223372036854775807",
                "-9223372036854775807",
                "-9223372036854775808"
            })
    void a_whole_number_that_fits_is_exact(final String number) {
        assertThat(scanner(number).wholeNumber()).isEqualTo(Long.parseLong(number));
        assertThat(scanner(number + " ").wholeNumber()).isEqualTo(Long.parseLong(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "18446744073709551616",
                "99999999999999999999",
                "1.0",
                "1.9",
                "1e3",
                "1E0",
                "-0.0",
                "\"5\"",
                "\"\"",
                "true",
                "null",
                "[5]",
                "{}"
            })
    void what_is_no_whole_number_or_does_not_fit_is_refused_by_its_place(final String value) {
        final UsageException refusal = refusal("[" + value + "]", json -> {
            json.beginArray();
            json.nextElement();
            json.wholeNumber();
        });

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).isEqualTo("field [0] is missing, null, or not of the promised type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01", "-01", "00", "-", "+1", ".5", "1.", "1.e1", "1e", "1e+", "NaN", "Infinity", "0x1", "1_0"})
    void what_is_no_number_of_json_is_refused_read_or_skipped(final String number) {
        assertThat(refusal("{\"name\":\"n\",\"count\":" + number + "}").kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal("[" + number + "]", Scans::skipAll).detail()).contains("near byte");
        assertThat(refusal(number, json -> {
                            json.wholeNumber();
                            json.end();
                        })
                        .kind())
                .isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1.5e-3", "1E+400", "\"x\"", "true", "false", "{}", "[]", " [ { \"a\" : [ ] } , null ] "})
    void any_value_can_be_skipped(final String value) {
        skipAll(scanner(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"  | 22 5c 2f 08 0c 0a 0d 09",
                "\"\\u0041\\u00e9\\u20AC\"       | 41 c3 a9 e2 82 ac",
                "\"\\ud83d\\ude00\"              | f0 9f 98 80",
                "\"a long text, then \\u00e9 and more\" "
                        + "| 61 20 6c 6f 6e 67 20 74 65 78 74 2c 20 74 68 65 6e 20 c3 a9 20 61 6e 64 20 6d 6f 72 65",
                "\"é€😀\"                        | c3 a9 e2 82 ac f0 9f 98 80"
            })
    void a_text_is_utf_8_with_its_escapes_undone(final String json, final String bytes) {
        final PassingText text = scanner(json).text();

        assertThat(HexFormat.ofDelimiter(" ").formatHex(text.array(), text.offset(), text.offset() + text.length()))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83dé", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ud83d\\n"})
    void half_of_a_surrogate_pair_is_kept_in_a_text_and_refused_in_a_name(final String text) {
        final byte[] document = ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
        final String bound = StrictJson.readTree(document).textValue();

        assertThat(scanner("\"" + text + "\"").text().text()).isEqualTo(bound);
        assertThat(refusal("{\"name\":\"n\",\"" + text + "\":1}").kind()).isEqualTo(Kind.INVALID_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x",
                "\\'",
                "\\",
                "\\u",
                "\\u12",
                "\\u12g4",
                "\\u-123",
                "\\U0041",
                "\\ud83d\\uzzzz",
                "\t",
                "\u0000"
            })
    void a_broken_escape_or_a_control_character_is_refused_read_skipped_or_in_a_name(final String broken) {
        for (final String around : List.of("", "xxxxxxxxxx", "é")) {
            final String text = "\"" + around + broken + around + "\"";

            assertThat(refusal("{\"name\":" + text + "}").detail()).contains("near byte");
            assertThat(refusal("[" + text + "]", Scans::skipAll).detail()).contains("near byte");
            assertThat(refusal("{" + text + ":1}", Scans::skipAll).detail()).contains("near byte");
            assertThat(refusal("{" + text + ":1}").detail()).contains("near byte");
        }
    }

    @Test
    void a_text_lasts_while_names_are_read_and_values_skipped() {
        final JsonScanner json =
                scanner("{\"text\":\"a\\nb\",\"\\u0061\":\"\\t\",\"p\\u0061rt\":{\"\\u0062\":\"\\r\"}}");
        json.beginObject(NAMES);
        json.nextField();
        final PassingText text = json.text();
        assertThat(json.nextField()).isEqualTo(JsonScanner.UNKNOWN);
        json.skip();
        assertThat(json.nextField()).isEqualTo(4);
        json.skip();
        assertThat(json.nextField()).isEqualTo(JsonScanner.END);

        assertThat(text.text()).isEqualTo("a\nb");
    }

    @Test
    void texts_of_a_field_are_read_however_their_lengths_change_from_record_to_record() {
        final SplittableRandom random = new SplittableRandom(7);
        final List<String> texts = new ArrayList<>();
        final StringJoiner body = new StringJoiner(",", "[", "]");
        for (int record = 0; record < 5_000; record++) {
            final String text = random.nextInt(4) > 0 && record > 0
                    ? texts.get(record - 1)
                    : randomText(random, random.nextInt(40));
            texts.add(text);
            body.add("{\"text\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
        }
        final JsonScanner json = scanner(body.toString());
        final List<String> read = new ArrayList<>();
        json.beginArray();
        while (json.nextElement()) {
            json.beginObject(NAMES);
            assertThat(json.nextField()).isEqualTo(1);
            read.add(json.text().text());
            assertThat(json.nextField()).isEqualTo(JsonScanner.END);
        }
        json.end();
        assertThat(read).isEqualTo(texts);
    }

    private static String randomText(final SplittableRandom random, final int length) {
        return random.ints(length, 0, 20)
                .mapToObj(choice -> choice == 0 ? "\"" : choice == 1 ? "\\" : choice == 2 ? "é" : "x")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17})
    void a_control_character_in_a_text_as_long_as_the_last_one_is_refused(final int place) {
        final String good = "x".repeat(18);
        final String bad = good.substring(0, place) + "\u0001" + good.substring(place + 1);
        final UsageException refusal =
                refusal("[{\"text\":\"" + good + "\"},{\"text\":\"" + bad + "\"}," + "0".repeat(20) + "]", json -> {
                    json.beginArray();
                    while (json.nextElement()) {
                        json.beginObject(NAMES);
                        json.nextField();
                        json.text();
                        json.nextField();
                    }
                });
        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal).hasMessageContaining("near byte " + (10 + good.length() + 12 + place));
    }
}
