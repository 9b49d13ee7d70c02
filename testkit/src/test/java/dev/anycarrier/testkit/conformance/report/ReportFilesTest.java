package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    @TempDir
    private Path directory;

    @Test
    void a_report_is_three_files_in_the_directory_of_its_carrier() throws IOException {
        final ReportFiles files = ReportFiles.write(SampleReport.ofEverything(), directory.resolve("not-there-yet"));

        final Path own = directory.resolve("not-there-yet").resolve("acme");
        assertThat(files)
                .isEqualTo(new ReportFiles(
                        own.resolve("report.json"), own.resolve("report.xml"), own.resolve("index.html")));
        assertThat(names(own)).containsExactly("index.html", "report.json", "report.xml");
        assertThat(files.json()).hasContent(ReportJson.write(SampleReport.ofEverything()));
    }

    @Test
    void an_older_report_is_replaced_and_others_stay() throws IOException {
        ReportFiles.write(SampleReport.conformant("other", "Other"), directory);
        ReportFiles.write(SampleReport.conformant("acme", "Acme"), directory);

        final ReportFiles files = ReportFiles.write(SampleReport.ofEverything(), directory);

        assertThat(files.page()).content().contains("NOT CONFORMANT");
        assertThat(names(directory)).containsExactly("acme", "other");
        assertThat(names(directory.resolve("acme"))).containsExactly("index.html", "report.json", "report.xml");
    }

    @Test
    void no_identifier_leads_out_of_the_directory() throws IOException {
        for (final String id : List.of("../out", "/etc", "..", "", "a\u0000b")) {
            final ReportFiles files =
                    ReportFiles.write(SampleReport.conformant(id, "Out"), directory.resolve("reports"));

            assertThat(files.json().normalize().getParent().getParent()).isEqualTo(directory.resolve("reports"));
        }
        assertThat(names(directory)).containsExactly("reports");
    }

    private static List<String> names(final Path in) throws IOException {
        try (Stream<Path> entries = Files.list(in)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
