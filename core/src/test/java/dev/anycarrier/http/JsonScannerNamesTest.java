package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names of every length are told apart, wherever they stand in a document and in whatever order they come. */
class JsonScannerNamesTest {

    private static int[] indices(final JsonNames names, final String document) {
        final JsonScanner json = JsonScanner.of(answer(200, document), count -> {});
        final List<Integer> indices = new ArrayList<>();
        json.beginObject(names);
        for (int field = json.nextField(); field != JsonScanner.END; field = json.nextField()) {
            indices.add(field);
            json.skip();
        }
        json.end();
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String document(final Iterable<String> names) {
        final StringBuilder document = new StringBuilder("{");
        for (final String name : names) {
            document.append(document.length() > 1 ? ",\"" : "\"").append(name).append("\":1");
        }
        return document.append('}').toString();
    }

    @Test
    void a_name_is_not_taken_for_one_that_begins_or_ends_like_it() {
        for (int length = 1; length < 40; length++) {
            final String name = "x".repeat(length);
            final JsonNames names = JsonNames.of(name + "y", name, name + "z");
            final String document = document(List.of(name, name + "z", name + "y", name + "a", "a" + name));

            assertThat(indices(names, document)).containsExactly(1, 2, 0, -1, -1);
            assertThat(indices(names, document)).containsExactly(1, 2, 0, -1, -1);
            assertThat(indices(names, document(List.of(name + "y", "a" + name, name))))
                    .containsExactly(0, -1, 1);
        }
    }

    @Test
    void all_of_64_names_are_found_forwards_and_backwards() {
        final String[] all =
                IntStream.range(0, 64).mapToObj(index -> "name_" + index).toArray(String[]::new);
        final List<String> backwards = new ArrayList<>(Arrays.asList(all));
        Collections.reverse(backwards);
        final JsonNames names = JsonNames.of(all).requiring(all);

        assertThat(indices(names, document(Arrays.asList(all))))
                .isEqualTo(IntStream.range(0, 64).toArray());
        assertThat(indices(names, document(backwards)))
                .isEqualTo(IntStream.range(0, 64).map(index -> 63 - index).toArray());
    }
}
