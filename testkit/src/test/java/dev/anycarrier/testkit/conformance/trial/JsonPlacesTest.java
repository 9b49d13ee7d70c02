package dev.anycarrier.testkit.conformance.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of a document are found where they stand, and changed one by one. */
class JsonPlacesTest {

    private static final String DOCUMENT =
            " { \"a\" : [ 1.50, \"2\", {\"b\": null , \"é\\n\":true} ],\"c\":\"x y\", \"d\" : {} } ";

    private static JsonPlace at(final String path) {
        return JsonPlaces.of(DOCUMENT).stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_value_is_found_in_the_order_of_the_text() {
        assertThat(JsonPlaces.of(DOCUMENT))
                .extracting(JsonPlace::path)
                .containsExactly("a", "a[0]", "a[1]", "a[2]", "a[2].b", "a[2].é\n", "c", "d");
        assertThat(JsonPlaces.of(DOCUMENT))
                .extracting(JsonPlace::json)
                .containsExactly(
                        "[ 1.50, \"2\", {\"b\": null , \"é\\n\":true} ]",
                        "1.50",
                        "\"2\"",
                        "{\"b\": null , \"é\\n\":true}",
                        "null",
                        "true",
                        "\"x y\"",
                        "{}");
    }

    @Test
    void elements_of_one_list_have_one_pattern() {
        assertThat(at("a[2].b").pattern()).isEqualTo("a[].b");
    }

    @Test
    void numbers_keep_their_digits_and_their_quotes() {
        assertThat(at("a[0]").number()).isEqualTo(Optional.of(new BigDecimal("1.50")));
        assertThat(at("a[1]").number()).isEqualTo(Optional.of(BigDecimal.valueOf(2)));
        assertThat(at("a[1]").written(BigDecimal.TEN)).isEqualTo("\"10\"");
        assertThat(at("c").number()).isEmpty();
    }

    @Test
    void everything_else_stays_as_it_was_written() {
        assertThat(at("a[0]").replacedBy("-7"))
                .isEqualTo(" { \"a\" : [ -7, \"2\", {\"b\": null , \"é\\n\":true} ],\"c\":\"x y\", \"d\" : {} } ");
    }

    @Test
    void a_field_is_removed_with_one_comma() {
        assertThat(at("a[2].b").removed()).contains("\"2\", { \"é\\n\":true} ]");
        assertThat(at("c").removed()).contains("], \"d\" : {} }").doesNotContain("x y");
        assertThat(at("d").removed()).endsWith("\"c\":\"x y\"} ");
    }

    @Test
    void what_is_no_json_has_no_values() {
        assertThat(JsonPlaces.of("<html>")).isEqualTo(List.of());
        assertThat(JsonPlaces.of("")).isEqualTo(List.of());
        assertThat(JsonPlaces.of("7")).isEqualTo(List.of());
    }
}
