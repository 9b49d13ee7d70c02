package dev.anycarrier.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which names can be looked for. */
class JsonNamesTest {

    private static String[] names(final int count) {
        return IntStream.range(0, count).mapToObj(index -> "name" + index).toArray(String[]::new);
    }

    @Test
    void there_is_at_least_one_name_and_at_most_64() {
        assertThatIllegalArgumentException().isThrownBy(JsonNames::of);
        assertThatNoException().isThrownBy(() -> JsonNames.of(names(64)).requiring("name63"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of(names(65)));
    }

    @Test
    void a_name_comes_once_and_needs_no_escape() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of("a", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of("a\"b"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of("a\\b"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of("a\nb"));
        assertThatNoException().isThrownBy(() -> JsonNames.of("a b", "é", "", "a name of more than sixteen bytes"));
    }

    @Test
    void only_one_of_the_names_can_be_required() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNames.of("a").requiring("b"));
    }
}
