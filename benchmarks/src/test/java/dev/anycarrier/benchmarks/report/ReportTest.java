package dev.anycarrier.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.benchmarks.Effort;
import dev.anycarrier.benchmarks.Goal;
import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.Result;
import dev.anycarrier.benchmarks.Result.Figure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Machine MACHINE =
            new Machine(2, "a model", "a system", "17.0.1", 17, Map.of("feign-core", "13"));

    @Test
    void a_table_tells_value_goal_and_verdict() {
        assertThat(TextReport.of(report(0.7)).lines())
                .anySatisfy(line -> assertThat(line).matches("P5 +reading / parsing +0\\.700 +≤ 0\\.9 +≤ 0\\.5 +met"));
        assertThat(TextReport.of(report(0.4))).contains("met, stretch too");
        assertThat(TextReport.of(report(0.91))).contains("MISSED");
        assertThat(TextReport.of(report(Double.NaN))).contains("MISSED");
    }

    @Test
    void a_document_keeps_all_but_the_part_of_this_jdk() {
        final String before =
                "prose\n<!-- benchmarks:17 -->\nold\n<!-- /benchmarks:17 -->\nmore <!-- benchmarks:25 -->";
        final String after = MarkdownReport.into(before, report(0.7));
        assertThat(after)
                .startsWith("prose\n<!-- benchmarks:17 -->\n")
                .endsWith("<!-- /benchmarks:17 -->\nmore <!-- benchmarks:25 -->")
                .contains("| P5 | reading / parsing | 0.700 | ≤ 0.9 | ≤ 0.5 | met |")
                .doesNotContain("old");
        assertThat(MarkdownReport.into(after, report(0.7))).isEqualTo(after);
    }

    @Test
    void a_document_without_such_a_part_is_refused() {
        assertThatThrownBy(() -> MarkdownReport.into("prose", report(0.7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("benchmarks:17");
    }

    @Test
    void charts_are_well_formed(@TempDir final Path folder) throws Exception {
        Charts.write(report(0.7), folder);
        final Path chart = folder.resolve("p5-jdk17.svg");
        assertThat(Files.readString(chart)).contains("&lt;b&gt; &amp; co").doesNotContain("bytes of it");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(chart.toFile())
                        .getElementsByTagName("rect")
                        .getLength())
                .isEqualTo(3);
    }

    @Test
    void one_that_fails_is_shown_and_the_others_go_on() {
        final Report report = new Runner(new PrintStream(OutputStream.nullOutputStream()))
                .run(
                        List.of(
                                measurement("P1", () -> {
                                    throw new IllegalStateException("no luck");
                                }),
                                measurement("P2", () -> List.of(result(1)))),
                        Options.parse("--smoke"),
                        new Processes());
        assertThat(report.hasFailures()).isTrue();
        assertThat(report.results()).hasSize(1);
        assertThat(TextReport.of(report)).contains("P1 FAILED").contains("no luck");
    }

    @Test
    void documents_hold_whole_runs() {
        assertThatThrownBy(() -> Options.parse("--only", "P1", "--markdown", "x.md"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Options.parse("--only", "p1,P5").wants("P5")).isTrue();
    }

    @Test
    void libraries_are_told_by_their_jars() {
        assertThat(Machine.libraryVersions("/x/feign-core-13.13.jar" + java.io.File.pathSeparator + "/x/other-1.jar"))
                .containsExactly(Map.entry("feign-core", "13.13"));
    }

    private static Report report(final double value) {
        return new Report(
                MACHINE,
                Instant.EPOCH,
                Effort.FULL,
                List.of(new Measured("P5", List.of(result(value)), Optional.empty(), Duration.ofSeconds(3))));
    }

    private static Result result(final double value) {
        return new Result(
                "P5",
                "reading / parsing",
                value,
                "",
                Goal.atMost(0.9).stretch(0.5),
                List.of(
                        new Figure("engine, CPU", 7, "ns"),
                        new Figure("<b> & co, CPU", 10, "ns"),
                        new Figure("bytes of it", 64, "B")));
    }

    private static Measurement measurement(final String id, final java.util.function.Supplier<List<Result>> results) {
        return new Measurement() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Result> measure(final Effort effort, final Processes processes) {
                return results.get();
            }
        };
    }
}
