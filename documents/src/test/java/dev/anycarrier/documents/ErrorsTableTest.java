package dev.anycarrier.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of errors and the kinds of errors are the same. */
class ErrorsTableTest {

    private static final Document ERRORS = Document.read(Path.of("docs/errors.md"));

    @Test
    void each_kind_has_its_row_in_the_enums_order_with_its_code_and_whether_to_ask_again() {
        assertThat(rows("Kind"))
                .extracting(row -> row.subList(0, 3))
                .containsExactlyElementsOf(Arrays.stream(Kind.values())
                        .map(kind -> List.of("`" + kind + "`", "`" + kind.code() + "`", retryable(kind)))
                        .toList());
        assertThat(rows("Kind")).allSatisfy(row -> assertThat(row).hasSize(5).noneMatch(String::isBlank));
    }

    @Test
    void each_cause_of_being_unavailable_has_its_row() {
        assertThat(rows("Cause"))
                .extracting(row -> row.get(0), row -> row.get(1))
                .containsExactlyElementsOf(Arrays.stream(UnavailableCause.values())
                        .map(cause -> tuple(
                                "`" + cause + "`",
                                UsageException.unavailable(cause, "x").build().retryable() ? "yes" : "no"))
                        .toList());
    }

    private static String retryable(final Kind kind) {
        return UsageException.of(kind, "x").build().retryable() ? "yes" : "no";
    }

    /** The rows of the table whose first heading this is. */
    private static List<List<String>> rows(final String heading) {
        return ERRORS.lines().stream()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
