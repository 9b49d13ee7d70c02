package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixPageTest {

    @TempDir
    private Path directory;

    @Test
    void every_provider_is_a_column_and_every_cell_leads_to_the_rule_on_its_page() throws IOException {
        ReportFiles.write(SampleReport.ofEverything(), directory);
        ReportFiles.write(SampleReport.conformant("better", "Better & Sons"), directory);

        final Path page = MatrixPage.write(directory);

        assertThat(page).isEqualTo(directory.resolve("index.html"));
        assertThat(page)
                .content()
                .contains("2 providers", "Tried by 10 rules")
                .contains("<a href=\"./acme/index.html\">Acme Mobile</a>", "Better &amp; Sons")
                .contains("NOT CONFORMANT</strong>", ">CONFORMANT</strong>")
                .contains("<a href=\"./acme/index.html#NUMBERS-01\"><span class=\"badge o-failed\">failed</span></a>")
                .contains("<a href=\"./better/index.html#NUMBERS-01\"><span class=\"badge o-passed\">passed</span></a>")
                .contains("at most 5 requests in any 1 second for the whole account");
        assertThat(directory.resolve("acme").resolve("index.html")).content().contains("id=\"NUMBERS-01\"");
    }

    @Test
    void a_rule_that_only_some_kits_have_is_a_row_too() throws IOException {
        final ConformanceReport whole = SampleReport.ofEverything();
        ReportFiles.write(whole, directory);
        ReportFiles.write(SampleReport.of("older", "Older", whole.results().subList(0, 3)), directory);

        assertThat(MatrixPage.write(directory)).content().contains("HYGIENE-01", "not in its kit");
    }

    @Test
    void whatever_a_provider_says_of_itself_stays_text() throws IOException {
        ReportFiles.write(SampleReport.ofNothing(), directory);

        assertThat(MatrixPage.write(directory))
                .content()
                .doesNotContain("<img", "<script", "\u202E", "\u0000")
                .contains(
                        "<th scope=\"row\">Records</th><td>unknown</td>",
                        "<th scope=\"row\">Limits</th><td>unknown</td>");
    }

    @Test
    void other_files_are_left_alone() throws IOException {
        Files.createDirectories(directory.resolve("screenshots"));
        Files.writeString(directory.resolve("notes.txt"), "mine");

        assertThat(MatrixPage.write(directory)).content().contains("0 providers");
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void a_report_that_cannot_be_read_is_named() throws IOException {
        final ReportFiles files = ReportFiles.write(SampleReport.ofEverything(), directory);
        Files.writeString(files.json(), "{}");

        assertThatThrownBy(() -> MatrixPage.write(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(files.json().toString());
    }
}
