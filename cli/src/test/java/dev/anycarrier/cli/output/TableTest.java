package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_are_as_wide_as_their_widest_cell_and_lines_have_no_space_at_the_end() {
        final Table table = new Table(List.of(Column.left("A"), Column.right("AMOUNT"), Column.left("B")));
        table.add("long cell", "1", "");
        table.add("x", "1234567", "y");

        assertThat(printed(table, false)).isEqualTo("""
                A           AMOUNT  B
                long cell        1
                x          1234567  y
                """);
    }

    @Test
    void colours_do_not_count_as_width() {
        final Table table = new Table(List.of(Column.left("A"), Column.left("B")));
        table.add(List.of(new Cell("red", Colour.RED), Cell.of("x")));
        table.add("plain", "y");

        assertThat(printed(table, true)).contains("\u001b[31mred\u001b[0m    x").contains("plain  y");
    }

    @Test
    void a_carriers_text_cannot_command_the_terminal() {
        final Table table = new Table(List.of(Column.left("A")));
        table.add("\u001b[2Jgone\u009b\n\u202eback");

        assertThat(printed(table, false).lines()).containsExactly("A", "\\u001b[2Jgone\\u009b\\u000a\\u202eback");
    }

    @Test
    void a_row_printer_keeps_its_widths_and_shifts_what_does_not_fit() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final RowPrinter rows = new RowPrinter(
                List.of(Column.left("A").atLeast(3), Column.left("B")),
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                false);

        rows.print(List.of(Cell.of("1"), Cell.of("2")));
        rows.print(List.of(Cell.of("12345"), Cell.of("2")));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("1    2", "12345  2");
    }

    private static String printed(final Table table, final boolean colours) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), colours);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
