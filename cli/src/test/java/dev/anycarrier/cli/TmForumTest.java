package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.tmforum.Usages;
import dev.anycarrier.usage.UsageRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TmForumTest {

    @TempDir
    Path directory;

    private Carriers carriers;

    @BeforeEach
    void start() {
        carriers = Carriers.all(20);
        carriers.configure(directory, Map.of());
    }

    @AfterEach
    void stop() {
        carriers.close();
    }

    @Test
    void usage_is_an_array_of_reports_and_what_failed_is_on_standard_error() {
        final String sim = carriers.sim("airalo");

        final Result usage = run("usage", sim, carriers.unknownSim("pressone"), "--output", "tmf677");

        final JsonNode reports = JsonDocuments.parse(usage.out());
        assertThat(reports).hasSize(1);
        assertThat(reports.at("/0/@baseType").asText()).isEqualTo("UsageConsumptionReport");
        assertThat(sim).endsWith(":" + reports.at("/0/logicalResource/0/value").asText());
        assertThat(reports.at("/0/stale").isBoolean()).isTrue();
        assertThat(usage.err()).contains("NOT_FOUND");
        assertThat(usage.code()).isEqualTo(ExitCode.PARTIAL.code());
    }

    @Test
    void each_sim_of_a_sweep_has_a_line_that_is_its_report_or_its_error() throws IOException {
        final String sim = carriers.sim("airalo");
        Files.write(directory.resolve("sims.txt"), List.of(sim, carriers.goneSim("airalo"), sim, "nobody:000000001"));

        final List<JsonNode> lines =
                JsonDocuments.lines(run("sweep", "sims.txt", "-o", "tmf677").out());

        assertThat(lines)
                .extracting(line -> line.path("@type").asText()
                        + line.path("code").asText()
                        + line.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "AnycarrierUsageConsumptionReport",
                        "AnycarrierErrorGONEGONE",
                        "AnycarrierErrorSKIPPEDDUPLICATE",
                        "AnycarrierErrorSKIPPEDUNKNOWN_ACCOUNT");
    }

    @Test
    void records_are_a_usage_on_each_line() {
        final List<UsageRecord> truth = carriers.get("onomondo").records();

        final Result records = records("--output", "tmf635");

        assertThat(JsonDocuments.lines(records.out()).stream().sorted(Comparator.comparing(JsonNode::toString)))
                .isEqualTo(truth.stream()
                        .map(usage -> JsonDocuments.parse(Usages.toJson(usage).toString()))
                        .sorted(Comparator.comparing(JsonNode::toString))
                        .toList());
        assertThat(records.code()).isZero();
    }

    @Test
    void groups_are_no_usages_and_nobody_is_asked_for_them() {
        final Result records = records("--by-hour", "--output", "tmf635");

        assertThat(records.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(records.err()).contains("TMF635");
        assertThat(carriers.get("onomondo").ledger().entries()).isEmpty();
    }

    private Result records(final String... options) {
        final List<Instant> times = carriers.get("onomondo").records().stream()
                .map(UsageRecord::time)
                .sorted()
                .toList();
        final String[] arguments = {
            "records",
            "onomondo",
            "--from",
            times.get(0).toString(),
            "--to",
            times.get(times.size() - 1).plus(Duration.ofSeconds(1)).toString()
        };
        return run(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(options)).toArray(String[]::new));
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
