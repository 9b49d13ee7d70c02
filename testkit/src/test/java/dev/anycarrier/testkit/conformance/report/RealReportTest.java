package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.testkit.conformance.Conformance;
import dev.anycarrier.testkit.conformance.Rules;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that was not made up, though of a part of the rules. */
class RealReportTest {

    @Test
    void a_run_is_written_as_the_schema_says_and_read_back_the_same(@TempDir final Path directory) throws IOException {
        final ConformanceReport report = report();

        final ReportFiles files = ReportFiles.write(report, directory);

        assertThat(ReportSchema.violations(Files.readString(files.json()))).isEmpty();
        final ConformanceReport read = ReportReader.read(files.json());
        assertThat(read.results()).isEqualTo(report.results());
        assertThat(read.run()).isEqualTo(report.run());
        assertThat(read.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(files.page()).content().contains("<h1>PARTIAL</h1>", "/v1/orders/");
    }

    private static ConformanceReport report() {
        final Stopwatch stopwatch = Stopwatch.start();
        final Conformance conformance = Conformance.of(new AcmeProviderFactory(), new AcmeSimulator(), 1);
        final List<RuleResult> results = Rules.all().stream()
                .filter(rule -> rule.group() == Group.NUMBERS)
                .map(conformance::tryBy)
                .toList();
        return conformance.report(results, stopwatch, "mvn test -Dtest=RealReportTest");
    }
}
