package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import dev.anycarrier.cli.output.TruthJson;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

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
    void every_sim_of_every_carrier_is_reported_as_the_carrier_has_it() {
        final Result usage = run(withOutput("json", everySim()));

        final List<JsonNode> results =
                JsonDocuments.elements(JsonDocuments.parse(usage.out()).path("results"));
        final List<JsonNode> truth = JsonDocuments.elements(
                JsonDocuments.parse(TruthJson.of(carriers.running()).toString()).path("results"));
        assertThat(results.stream().map(JsonDocuments::withoutCircumstances)).isEqualTo(truth);
        assertThat(usage.code()).isEqualTo(ExitCode.PARTIAL.code());
    }

    @Test
    void amounts_in_json_are_integers_in_base_units() {
        final SimTruth truth = carriers.get("airalo").sims().stream()
                .filter(sim ->
                        sim.buckets().stream().anyMatch(bucket -> bucket.allowance() instanceof Allowance.Limited))
                .findFirst()
                .orElseThrow();
        final Bucket bucket = truth.buckets().get(0);

        final JsonNode json = JsonDocuments.parse(
                        run("usage", "airalo:" + truth.sim().value(), "-o", "json")
                                .out())
                .at("/results/0/report/buckets/0");

        assertThat(json.at("/service").asText()).isEqualTo("DATA");
        assertThat(json.at("/allowance/type").asText()).isEqualTo("limited");
        assertThat(json.at("/allowance/total/amount").isIntegralNumber()).isTrue();
        assertThat(json.at("/allowance/total/unit").asText()).isEqualTo("BYTES");
        assertThat(json.at("/remaining/amount").longValue())
                .isEqualTo(bucket.remaining().orElseThrow().amount());
        assertThat(json.at("/used/amount").longValue())
                .isEqualTo(bucket.used().orElseThrow().amount());
    }

    @Test
    void unlimited_is_a_type_of_its_own_in_json_and_what_is_not_known_is_absent() {
        final SimTruth truth = carriers.get("airalo").sims().stream()
                .filter(sim ->
                        sim.buckets().stream().anyMatch(bucket -> bucket.allowance() instanceof Allowance.Unlimited))
                .findFirst()
                .orElseThrow();

        final JsonNode bucket = JsonDocuments.parse(
                        run("usage", "airalo:" + truth.sim().value(), "-o", "json")
                                .out())
                .at("/results/0/report/buckets/0");

        assertThat(bucket.path("allowance").toString()).isEqualTo("{\"type\":\"unlimited\"}");
        assertThat(bucket.has("remaining")).isFalse();
        assertThat(bucket.has("used")).isFalse();
    }

    @Test
    void results_come_in_the_order_asked_with_a_report_or_an_error() {
        final Result usage = run(
                "usage",
                carriers.unknownSim("pressone"),
                carriers.sim("onomondo"),
                carriers.goneSim("airalo"),
                "-o",
                "json");

        final JsonNode results = JsonDocuments.parse(usage.out()).path("results");
        assertThat(results.at("/0/error/kind").asText()).isEqualTo("NOT_FOUND");
        assertThat(results.at("/0/error/retryable").isBoolean()).isTrue();
        assertThat(results.at("/0/error/message").asText()).startsWith("NOT_FOUND: ");
        assertThat(results.at("/0/error/correlationId").asText()).isNotEmpty();
        assertThat(results.at("/1/report/account").asText()).isEqualTo("onomondo");
        assertThat(results.at("/2/error/kind").asText()).isEqualTo("GONE");
        assertThat(results.at("/2/error/carrierCode").asText()).isEqualTo("73");
        assertThat(usage.code()).isEqualTo(ExitCode.PARTIAL.code());
    }

    @Test
    void a_sim_that_is_named_twice_is_asked_about_once() {
        final String sim = carriers.sim("onomondo");

        final Result usage = run("usage", sim, sim, "-o", "json");

        assertThat(JsonDocuments.parse(usage.out()).path("results")).hasSize(1);
        assertThat(usage.code()).isZero();
    }

    @Test
    void a_table_masks_the_sim_and_explains_failures_on_standard_error() {
        final String unknown = carriers.unknownSim("airalo");

        final Result usage = run("usage", carriers.sim("airalo"), unknown);

        assertThat(usage.code()).isEqualTo(ExitCode.PARTIAL.code());
        assertThat(usage.out())
                .startsWith("SIM ")
                .containsPattern("(?m)^airalo:\\d{4}…\\d{4} +NOT_FOUND$")
                .doesNotContainPattern("\\d{17}");
        assertThat(usage.err()).contains("HTTP 404").doesNotContainPattern("\\d{17}");
        assertThat(run("usage", "--full-ids", carriers.sim("airalo")).out()).contains(carriers.sim("airalo"));
    }

    @Test
    void an_unknown_account_names_the_known_and_nobody_is_asked() {
        final Result usage = run("usage", carriers.sim("airalo"), "airaalo:8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("airalo, onomondo, pressone");
        assertThat(usage.out()).isEmpty();
        assertThat(carriers.get("airalo").ledger().entries()).isEmpty();
    }

    @Test
    void every_argument_that_is_no_sim_is_named_by_its_place_and_nobody_is_asked() {
        final Result usage = run("usage", "airalo:../../x", carriers.sim("airalo"), "8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err())
                .contains("SIM 1 of 3: ")
                .contains("SIM 3 of 3: ")
                .doesNotContain("SIM 2 of 3");
        assertThat(carriers.get("airalo").ledger().entries()).isEmpty();
    }

    @Test
    void a_value_of_an_earlier_run_is_answered_without_asking_while_it_is_new_enough() {
        final Terminal terminal = Terminal.in(directory);
        final String sim = carriers.sim("pressone");
        terminal.run("usage", sim);
        final int asked = carriers.get("pressone").ledger().entries().size();

        final JsonNode json = JsonDocuments.parse(
                        terminal.run("usage", sim, "-o", "json").out())
                .at("/results/0");

        assertThat(json.at("/freshness/state").asText()).isEqualTo("FRESH");
        assertThat(carriers.get("pressone").ledger().entries()).hasSize(asked);
    }

    @Test
    void a_value_that_is_stale_says_so_in_every_output_and_why() {
        final Terminal terminal = Terminal.in(directory);
        final String sim = carriers.sim("onomondo");
        terminal.run("usage", sim);
        carriers.close();

        final Result table = terminal.run("usage", sim, "--maximum-age", "0", "--deadline", "2s");
        final Result json = terminal.run("usage", sim, "--maximum-age", "0", "--deadline", "2s", "-o", "json");
        final Result failed = terminal.run("usage", sim, "--maximum-age", "0", "--deadline", "2s", "--fail-when-stale");

        assertThat(table.code()).isZero();
        assertThat(table.out()).containsPattern("(?m)STALE \\S.*$");
        assertThat(table.err()).contains(": STALE: the value is ").contains("UNAVAILABLE");
        final JsonNode result = JsonDocuments.parse(json.out()).at("/results/0");
        assertThat(result.at("/freshness/state").asText()).isEqualTo("STALE");
        assertThat(result.at("/freshness/cause/kind").asText()).isEqualTo("UNAVAILABLE");
        assertThat(result.has("report")).isTrue();
        assertThat(failed.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
    }

    @Test
    void without_time_nothing_is_asked() {
        final Result usage = run("usage", carriers.sim("airalo"), "--deadline", "0");

        assertThat(usage.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
        assertThat(usage.err()).contains("DEADLINE_EXCEEDED");
        assertThat(carriers.get("airalo").ledger().entries()).isEmpty();
    }

    @Test
    void a_correlation_id_of_the_callers_is_in_the_failure_and_a_bad_one_is_refused() {
        final String unknown = carriers.unknownSim("airalo");

        final Result usage = run("usage", unknown, "--correlation-id", "ticket-4711", "-o", "json");
        final Result refused = run("usage", unknown, "--correlation-id", "two words");

        assertThat(JsonDocuments.parse(usage.out())
                        .at("/results/0/error/correlationId")
                        .asText())
                .isEqualTo("ticket-4711");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("a correlation id has").doesNotContain("two words");
    }

    @Test
    void a_span_that_is_none_is_refused_with_examples() {
        final Result usage = run("usage", carriers.sim("airalo"), "--maximum-age", "soon");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("--maximum-age").contains("15m");
    }

    private String[] everySim() {
        final List<String> sims = new ArrayList<>();
        for (final SimulatedCarrier carrier : carriers.running()) {
            carrier.sims()
                    .forEach(truth ->
                            sims.add(carrier.carrier() + ":" + truth.sim().value()));
        }
        return sims.toArray(String[]::new);
    }

    private static String[] withOutput(final String format, final String... sims) {
        final List<String> arguments = new ArrayList<>(List.of("usage", "--output", format));
        arguments.addAll(List.of(sims));
        return arguments.toArray(String[]::new);
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
