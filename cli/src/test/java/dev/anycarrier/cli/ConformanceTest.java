package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.carriers.OnomondoSimulator;
import dev.anycarrier.testkit.conformance.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceTest {

    @TempDir
    Path directory;

    @Test
    void a_provider_that_keeps_every_rule_is_conformant_and_gets_a_report() throws IOException {
        final Result tried = Terminal.in(directory)
                .watchingErrors()
                .run("conformance", "airalo", "--seed", "3", "--report", "report");

        assertThat(tried.out())
                .contains("airalo: CONFORMANT (")
                .contains("seed 3")
                .containsPattern("(?m)^RULES +KEPT +BROKEN ");
        assertThat(tried.code()).isZero();
        final int rules = Rules.all().size();
        assertThat(tried.err()).contains(rules + " of " + rules + " rules, 0 broken");
        final JsonNode report = JsonDocuments.parse(Files.readString(directory.resolve("report/airalo/report.json")));
        assertThat(report.at("/run/reproduce").asText()).isEqualTo("anycarrier conformance airalo --seed 3");
        assertThat(report.path("verdict").asText()).isEqualTo("CONFORMANT");
        assertThat(directory.resolve("report/airalo/index.html")).isNotEmptyFile();
        assertThat(directory.resolve("report/airalo/report.xml")).isNotEmptyFile();
        assertThat(directory.resolve("report/index.html")).content().contains("airalo");
    }

    @Test
    void a_carrier_without_provider_or_simulator_is_named_with_those_that_are_known() {
        final Result tried = run("conformance", "nobody");

        assertThat(tried.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(tried.err()).contains("'nobody'", "airalo, onomondo, pressone");
    }

    @Test
    void a_plugin_that_is_not_there_is_named() {
        final Result tried = run("conformance", "acme", "--plugin", "acme.jar");

        assertThat(tried.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(tried.err()).contains("acme.jar");
    }

    @Test
    void a_live_run_asks_the_configured_account_and_compares_it_with_the_simulated_carrier() throws IOException {
        try (SimulatedCarrier real = new OnomondoSimulator().start(SimulatorOptions.seeded(9))) {
            configure(real.settings());
            final String sim = firstSim(real);

            final Result tried = run("conformance", "onomondo", "--live", "mine:" + sim, "--report", "report");

            assertThat(tried.out()).contains("onomondo: CONFORMANT (").doesNotContain("drift:", sim);
            assertThat(tried.code()).isZero();
            assertThat(real.ledger().entries()).isNotEmpty();
            assertThat(directory.resolve("report/onomondo/report.json"))
                    .content()
                    .contains("--live ACCOUNT:SIM")
                    .doesNotContain(sim);
        }
    }

    @Test
    void a_live_run_without_credentials_is_not_run_and_not_green() throws IOException {
        try (SimulatedCarrier real = new OnomondoSimulator().start(SimulatorOptions.seeded(9))) {
            configure(Map.of("provider", "onomondo"));

            final Result tried = run("conformance", "onomondo", "--live", "mine:" + firstSim(real));

            assertThat(tried.out()).contains("NOT RUN", "api-key", "onomondo: PARTIAL");
            final Result json = run("conformance", "onomondo", "--live", "mine:" + firstSim(real), "--output", "json");
            assertThat(JsonDocuments.parse(json.out()).path("verdict").asText()).isEqualTo("PARTIAL");
            assertThat(json.code()).isEqualTo(tried.code());
            assertThat(tried.code()).isEqualTo(ExitCode.NOT_CONFORMANT.code());
        }
    }

    @Test
    void a_live_run_is_about_one_carrier_and_one_account() {
        final Result tried = run("conformance", "airalo", "--live", "a:8944465400000217735", "--live", "b:000000001");

        assertThat(tried.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(tried.err()).contains("one carrier", "one account");
    }

    private static String firstSim(final SimulatedCarrier carrier) {
        return carrier.sims().stream()
                .filter(truth -> !truth.gone())
                .map(SimTruth::sim)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void configure(final Map<String, String> settings) throws IOException {
        Files.writeString(
                directory.resolve("carriers.properties"),
                settings.entrySet().stream()
                        .map(entry -> "mine." + entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
