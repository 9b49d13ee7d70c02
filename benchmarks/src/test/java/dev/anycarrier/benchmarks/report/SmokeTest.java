package dev.anycarrier.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.anycarrier.benchmarks.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every measurement runs, and comes to something. */
class SmokeTest {

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void every_measurement_gives_results(@TempDir final Path folder) throws IOException {
        final Path json = folder.resolve("report.json");
        final Path charts = folder.resolve("charts");
        final int code = Benchmarks.run(
                Options.parse("--smoke", "--json", json.toString(), "--chart", charts.toString()),
                System.out,
                System.out);
        assertThat(code).isZero();
        final Set<String> ids = new HashSet<>();
        for (final JsonNode result : new JsonMapper().readTree(json.toFile()).path("results")) {
            ids.add(result.path("id").textValue());
            assertThat(result.path("value").doubleValue())
                    .as(result.toString())
                    .isFinite()
                    .isNotNegative();
        }
        assertThat(ids)
                .containsAll(Measurements.all().stream().map(Measurement::id).toList());
        assertThat(charts).isNotEmptyDirectory();
    }
}
