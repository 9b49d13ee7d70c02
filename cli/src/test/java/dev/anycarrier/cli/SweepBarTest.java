package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.sweep.SweepProgress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SweepBarTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void on_a_terminal_it_is_one_line_with_what_is_known() {
        final SweepBar bar = bar(true);

        bar.progress(progress(1000, 400, 3, 7, 20, Optional.of(NOW.plusSeconds(600))));
        bar.progress(progress(1000, 990, 0, 0, 0, Optional.empty()));
        bar.end();

        final String first =
                "anycarrier: sweeping ████████████░░░░░░░░░░░░░░░░░░ 400 of 1000, 7 failed, 3 stale, 20 deferred,"
                        + " 12.5/s, ETA 10 min";
        final String second = "anycarrier: sweeping █████████████████████████████░ 990 of 1000, 12.5/s";
        assertThat(text())
                .isEqualTo("\r" + first + "\r" + second + " ".repeat(first.length() - second.length()) + "\r\u001b[K");
    }

    @Test
    void elsewhere_there_are_at_most_ten_lines() {
        final SweepBar bar = bar(false);

        for (int ended = 0; ended <= 1000; ended++) {
            bar.progress(progress(1000, ended, 0, 0, 0, Optional.empty()));
        }
        bar.end();

        assertThat(text().lines()).hasSize(10).element(0).isEqualTo("anycarrier: sweeping: 100 of 1000, 12.5/s");
    }

    @Test
    void on_one_terminal_with_the_outcomes_no_line_is_rewritten_between_them() {
        final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        final SweepBar bar = new SweepBar(new Surroundings(
                InputStream.nullInputStream(),
                stream,
                stream,
                true,
                true,
                Map.of(),
                Map.of(),
                Path.of(""),
                InstantSource.fixed(NOW)));

        bar.progress(progress(1000, 400, 0, 0, 0, Optional.empty()));
        bar.end();

        assertThat(text()).isEqualTo("anycarrier: sweeping: 400 of 1000, 12.5/s" + System.lineSeparator());
    }

    @Test
    void nothing_to_do_is_no_division_by_zero() {
        final SweepBar bar = bar(true);

        bar.progress(progress(0, 0, 0, 0, 0, Optional.empty()));

        assertThat(text()).contains("██ 0 of 0");
    }

    private SweepBar bar(final boolean terminal) {
        final PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new SweepBar(new Surroundings(
                InputStream.nullInputStream(),
                stream,
                stream,
                false,
                terminal,
                Map.of(),
                Map.of(),
                Path.of(""),
                InstantSource.fixed(NOW)));
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static SweepProgress progress(
            final long total,
            final long ended,
            final long stale,
            final long failed,
            final long deferred,
            final Optional<Instant> end) {
        return new SweepProgress(
                OptionalLong.of(total),
                0,
                ended - stale - failed,
                stale,
                failed,
                0,
                deferred,
                1,
                12.5,
                Duration.ofSeconds(30),
                end);
    }
}
