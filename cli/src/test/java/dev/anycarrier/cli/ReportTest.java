package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.cli.digest.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String SIM = "8944465400000217735";

    @TempDir
    Path directory;

    @Test
    void a_sweep_and_records_become_one_page_that_loads_and_runs_nothing() throws IOException {
        try (Carriers carriers = Carriers.all(20)) {
            carriers.configure(directory, Map.of());
            final Terminal terminal = Terminal.in(directory);
            final String sims = carriers.sim("airalo") + "\n" + carriers.sim("onomondo") + "\n"
                    + carriers.goneSim("airalo") + "\n" + carriers.sim("pressone") + "\n";
            Files.writeString(directory.resolve("sims.txt"), sims);
            Files.writeString(
                    directory.resolve("usage.jsonl"),
                    terminal.run("sweep", "sims.txt").out());

            final Result report = terminal.run("report", "usage.jsonl", "--output", "page.html");

            assertThat(report.code()).isZero();
            assertThat(report.out()).isEmpty();
            assertThat(directory.resolve("page.html"))
                    .content()
                    .startsWith("<!doctype html>")
                    .contains("4 SIMs of 3 accounts: 3 read", "What is left", "GONE", "Totals by account")
                    .contains("default-src 'none'")
                    .doesNotContain("<script", "http:", "https:", "url(", "@import")
                    .doesNotContainPattern("\\d{17}");
        }
    }

    @Test
    void who_runs_out_when_what_is_left_and_use_by_country_and_network_are_all_on_it() {
        final String left = Lines.limited(1_000_000, 400_000, "");
        final String page = report(Lines.record("a", "000000001", "2026-11-08T00:00:00Z", 50_000)
                        + "\n"
                        + Lines.record("b", "000000001", "2026-11-09T00:00:00Z", 50_000)
                        + "\n"
                        + Lines.read("000000001", left))
                .out();

        assertThat(page)
                .contains("<h2>Who runs out when</h2>", "<h2>What is left</h2>", "<h2>Use over time</h2>")
                .contains("By country", "By network", "prefers-color-scheme: dark");
    }

    @Test
    void sims_are_masked_unless_they_are_wanted_whole() {
        final String line = Lines.read(SIM, Lines.limited(100, 10, ""));

        assertThat(report(line).out()).contains("acme:8944…7735").doesNotContain(SIM);
        assertThat(report(line, "--full-ids").out()).contains("acme:" + SIM);
    }

    @Test
    void names_that_carriers_send_stay_text() {
        final String hostile = Lines.record("a", "000000001", "2026-11-08T00:00:00Z", 5)
                .replace("\"DK\"", "\"<script>alert(1)</script>\\u202E\"")
                .replace("\"02\"", "\"\\\"><img src=x onerror=alert(1)>\"");

        final Result report = report(hostile);

        assertThat(report.code()).isZero();
        assertThat(report.out())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u202E", "&lt;img src=x")
                .doesNotContain("<script", "<img", "\u202E");
    }

    @Test
    void lines_that_cannot_be_read_are_named_and_the_others_shown() {
        final Result report = report(Lines.read(SIM).substring(0, 99) + "\n" + Lines.read(SIM));

        assertThat(report.code()).isEqualTo(ExitCode.PARTIAL.code());
        assertThat(report.err()).contains("standard input, line 1: ").doesNotContain(SIM);
        assertThat(report.out()).contains("1 SIM of 1 account");
    }

    @Test
    void without_anything_to_show_there_is_no_page() {
        assertThat(report("").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(report("").out()).isEmpty();
        assertThat(Terminal.in(directory).run("report", "missing.jsonl").err()).contains("missing.jsonl");
    }

    @Test
    void records_behind_the_sweep_are_said_to_be_of_less_use() {
        final String sweep = Lines.read("000000001", Lines.limited(100, 10, ""));
        final String record = Lines.record("a", "000000001", "2026-11-08T00:00:00Z", 5);

        assertThat(report(sweep + "\n" + record).err()).contains("name records first");
        assertThat(report(record + "\n" + sweep).err()).isEmpty();
    }

    @Test
    void the_size_of_a_page_does_not_grow_with_the_number_of_sims() {
        final StringBuilder lines = new StringBuilder();
        for (int sim = 0; sim < 3_000; sim++) {
            lines.append(Lines.read("%09d".formatted(sim), Lines.limited(1_000_000, 1 + sim, "")))
                    .append('\n');
        }

        assertThat(report(lines.toString()).out())
                .contains("3,000 SIMs of 1 account")
                .hasSizeLessThan(100_000);
    }

    private Result report(final String input, final String... options) {
        final String[] arguments = new String[options.length + 1];
        arguments[0] = "report";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Terminal.in(directory)
                .at(Instant.parse("2026-11-10T13:00:00Z"))
                .typing(input)
                .run(arguments);
    }
}
