package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputLinesTest {

    private static final String SIM = "airalo:8944465400000217735";

    @Test
    void empty_lines_and_comments_are_passed_over_and_counted() throws IOException {
        assertThat(read("# SIMs\n\n" + SIM + "\n   \n# more\n" + SIM))
                .extracting(InputLine::number)
                .containsExactly(3L, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {SIM + "\n", SIM, SIM + "\r\n", "  " + SIM + "\t\n", "\uFEFF" + SIM + "\n"})
    void a_line_may_end_as_any_system_writes_it(final String text) throws IOException {
        assertThat(read(text))
                .singleElement()
                .isInstanceOfSatisfying(
                        InputLine.Sim.class,
                        line -> assertThat(FullIdsOption.whole(line.sim())).isEqualTo(SIM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8944465400000217736",
                "airalo:",
                "airalo:../x",
                "Airalo:8944465400000217735",
                "airalo:89 44",
                "\0"
            })
    void a_line_that_is_no_sim_says_why_and_is_not_repeated(final String text) throws IOException {
        assertThat(read(SIM + "\n" + text + "\n" + SIM))
                .hasSize(3)
                .element(1)
                .isInstanceOfSatisfying(InputLine.Bad.class, line -> {
                    assertThat(line.number()).isEqualTo(2);
                    assertThat(line.problem()).isNotEmpty().doesNotContain(text);
                });
    }

    @Test
    void a_line_beyond_200_characters_is_bad_however_long_and_the_next_is_not() throws IOException {
        final String longest = "a".repeat(64) + ":" + "1".repeat(64) + " ".repeat(200 - 129);

        assertThat(read(longest + "\n")).singleElement().isInstanceOf(InputLine.Sim.class);
        for (final int length : new int[] {201, 800, 801, 3_000_000}) {
            assertThat(read("9".repeat(length) + "\n" + SIM))
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo(new InputLine.Bad(1, "longer than 200 characters")),
                            line -> assertThat(line).isInstanceOf(InputLine.Sim.class));
        }
    }

    @Test
    void what_is_not_utf_8_is_bad() throws IOException {
        assertThat(read(new byte[] {'a', ':', (byte) 0xC3, '\n'})).containsExactly(new InputLine.Bad(1, "not UTF-8"));
    }

    @Test
    void nothing_has_no_lines() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n")).isEmpty();
    }

    private static List<InputLine> read(final String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<InputLine> read(final byte[] bytes) throws IOException {
        final List<InputLine> all = new ArrayList<>();
        try (InputLines lines = new InputLines(new ByteArrayInputStream(bytes))) {
            Optional<InputLine> next = lines.next();
            while (next.isPresent()) {
                all.add(next.get());
                next = lines.next();
            }
        }
        return all;
    }
}
