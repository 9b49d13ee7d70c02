package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordsBarTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-11T00:00:00Z");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void records_in_the_order_of_time_say_how_much_of_the_window_has_passed_and_what_is_left() {
        final RecordsBar bar = bar(true, false);

        bar.passed(FROM);
        now = now.plusSeconds(60);
        bar.passed(FROM.plus(Duration.ofDays(5)));

        assertThat(text()).endsWith("█".repeat(15) + "░".repeat(15) + " 2 records, 0.0/s, at 2026-01-06, ETA 1 min");
    }

    @Test
    void so_do_records_in_the_opposite_order() {
        final RecordsBar bar = bar(true, false);

        bar.passed(TO);
        now = now.plusSeconds(60);
        bar.passed(TO.minus(Duration.ofDays(4)));

        assertThat(text()).endsWith("█".repeat(12) + "░".repeat(18) + " 2 records, 0.0/s, at 2026-01-07, ETA 1 min");
    }

    @Test
    void records_out_of_order_are_counted_and_nothing_is_claimed_of_their_end() {
        final RecordsBar bar = bar(true, false);

        bar.passed(FROM);
        bar.passed(TO);
        now = now.plusSeconds(4);
        bar.passed(FROM);

        assertThat(text()).endsWith("░".repeat(30) + " 3 records, 0.8/s");
    }

    @Test
    void it_is_not_drawn_for_each_of_many_and_leaves_nothing_behind() {
        final RecordsBar bar = bar(true, false);

        for (int second = 0; second < 1000; second++) {
            bar.passed(FROM.plusSeconds(second));
        }
        bar.end();

        assertThat(text().split("\r", -1)).hasSize(3);
        assertThat(text()).endsWith("\r\u001b[K");
    }

    @Test
    void nothing_is_drawn_into_a_file_or_between_the_records() {
        bar(false, false).passed(FROM);
        final RecordsBar between = bar(true, true);
        between.passed(FROM);
        between.end();

        assertThat(text()).isEmpty();
    }

    private RecordsBar bar(final boolean errIsTerminal, final boolean outIsTerminal) {
        final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new RecordsBar(
                new Surroundings(
                        InputStream.nullInputStream(),
                        stream,
                        stream,
                        outIsTerminal,
                        errIsTerminal,
                        Map.of(),
                        Map.of(),
                        Path.of(""),
                        () -> now),
                FROM,
                TO);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
