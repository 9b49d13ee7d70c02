package dev.anycarrier.testkit.conformance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.Verdict;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.Script;
import dev.anycarrier.usage.SimId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real account, for which another simulated carrier stands. */
class LiveConformanceTest {

    private static final long SEED = 1;
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SimulatedCarrier real = new AcmeSimulator().start(SimulatorOptions.seeded(77));
    private final Map<String, String> settings = new HashMap<>(real.settings());
    private final List<SimId> sims = real.sims().stream()
            .filter(truth -> !truth.gone())
            .map(SimTruth::sim)
            .limit(4)
            .toList();

    @AfterEach
    void stop() {
        real.close();
    }

    @Test
    void a_carrier_that_answers_as_simulated_is_conformant_without_drift_and_asked_once_about_each_sim() {
        final ConformanceReport report = run();

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.drift()).isEmpty();
        assertThat(report.run().live()).isTrue();
        assertThat(report.results()).hasSize(LiveConformance.rules().size()).hasSizeGreaterThan(5);
        assertThat(real.ledger().count(Purpose.USAGE)).isEqualTo(sims.size());
    }

    @Test
    void without_credentials_nothing_is_run_and_nothing_is_green() {
        settings.remove("partner-key");

        final ConformanceReport report = run();

        assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(report.results()).allSatisfy(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_RUN);
            assertThat(result.found()).contains("partner-key");
        });
        assertThat(real.ledger().entries()).isEmpty();
    }

    @Test
    void with_refused_credentials_nothing_is_green() {
        settings.put("partner-key", "not-the-key-of-this-partner");

        final ConformanceReport report = run();

        assertThat(report.verdict()).isEqualTo(Verdict.PARTIAL);
        assertThat(report.results()).extracting(result -> result.outcome()).containsOnly(Outcome.NOT_RUN);
        assertThat(report.drift()).hasSize(sims.size()).allMatch(found -> found.contains("AUTHENTICATION_FAILED"));
    }

    @Test
    void what_the_real_carrier_answers_otherwise_is_drift() {
        final String order = sims.get(0).value();
        final String answer = """
                {"success":true,"region":"eu","data":{"order":"%s","state":"IN_TRANSFER","as_of":"%s",\
                "packages":[{"id":"d1","service":"data","state":"open","unlimited":false,"granted":10,"used":"1",\
                "unit":"MB","begins":null,"ends":null}]}}""".formatted(order, WITH_OFFSET.format(Instant.now()));
        try (FaultServer other = FaultServer.start(Script.answering(Answer.json(200, answer)))) {
            settings.put("endpoint", other.address().toString());

            final ConformanceReport report = run(List.of(sims.get(0)));

            final String question = "GET /v1/orders/{sim}/packages: ";
            assertThat(report.drift())
                    .contains(
                            question + "region is a string that the simulated carrier never sends",
                            question + "data.packages[].granted is a number, at the simulated carrier always a null or"
                                    + " string",
                            question + "data.state says 'IN_TRANSFER', a word that the simulated carrier never says");
        }
    }

    @Test
    void a_live_run_asks_about_at_least_one_sim() {
        assertThatThrownBy(() -> run(List.of())).hasMessageContaining("at least one SIM");
    }

    private ConformanceReport run() {
        return run(sims);
    }

    private ConformanceReport run(final List<SimId> asked) {
        return LiveConformance.of(new AcmeProviderFactory(), new AcmeSimulator(), this::accounts, "mine", asked)
                .run(SEED, "again", result -> {});
    }

    private Anycarrier.Builder accounts() {
        final Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("mine." + name, value));
        return Anycarrier.builder().settings(Settings.of(named));
    }
}
