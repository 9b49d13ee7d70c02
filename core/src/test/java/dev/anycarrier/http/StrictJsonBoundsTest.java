package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.read;
import static dev.anycarrier.http.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.RawJson;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a carrier sends costs no more than the bounds of {@link StrictJson} allow. */
class StrictJsonBoundsTest {

    record Wire(
            @JsonProperty("count") Long count,
            @JsonProperty("text") String text) {}

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("nested 5,000 deep", "[".repeat(5_000) + "]".repeat(5_000)),
                arguments("nested and never closed", "{\"a\":".repeat(100_000)),
                arguments("a million elements", "[" + "0,".repeat(1_000_000) + "0]"),
                arguments("a name of 1 kB", "{\"" + "x".repeat(1_000) + "\":1}"),
                arguments("a number of 50,000 digits", "9".repeat(50_000)));
    }

    private static Arguments arguments(final String name, final String json) {
        return Arguments.of(Named.of(name, json));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_beyond_a_bound_is_too_large_wherever_the_excess_is(final String json) {
        for (final Type type : new Type[] {Wire.class, JsonNode.class, RawJson.class}) {
            assertThat(refusal("{\"count\":1,\"other\":" + json + "}", type).kind())
                    .isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    void a_number_whose_exponent_no_computer_holds_is_refused_like_any_other_text() {
        for (final Type type : new Type[] {Wire.class, JsonNode.class, RawJson.class}) {
            assertThat(refusal("{\"count\":1e777777777777777777777}", type).kind())
                    .isEqualTo(Kind.INVALID_DATA);
        }
    }

    @Test
    void a_text_beyond_its_bound_is_too_large() {
        final String text = "\"" + "x".repeat(2_000_000) + "\"";

        assertThat(refusal("{\"text\":" + text + "}", Wire.class).kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refusal("{\"other\":" + text + "}", JsonNode.class).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    /** Far more time than it takes, far less than comparing each key with every other would. */
    @Timeout(30)
    @Test
    void keys_made_to_collide_are_not_compared_each_with_every_other() {
        final String keys = IntStream.range(0, 100_000)
                .mapToObj(StrictJsonBoundsTest::colliding)
                .map(key -> "\"" + key + "\":1")
                .collect(Collectors.joining(","));

        assertThat(read("{" + keys + "}", JsonNode.class)).hasSize(100_000);
        assertThat(read("{" + keys + "}", Wire.class).count()).isNull();
    }

    /** Texts of 17 pairs, all of one hash code. */
    private static String colliding(final int number) {
        return IntStream.range(0, 17)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400, 4_000})
    void a_long_number_is_invalid_in_the_field_that_holds_it(final int digits) {
        final var refusal = refusal("{\"count\":" + "9".repeat(digits) + "}", Wire.class);

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID_DATA);
        assertThat(refusal.detail()).contains("field count");
    }
}
