package dev.anycarrier.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What docs/embed.md says about testing one's own error handling. */
class OwnErrorHandlingTest {

    private static final Map<String, String> ONE_ATTEMPT = Map.of(
            "maximum-attempts", "1",
            "minimum-interval", "0s",
            "maximum-age", "0s",
            "limit-account", "1000000/1s",
            "circuit-breaker", "false");

    @Test
    void a_carrier_can_be_made_to_do_one_certain_thing() {
        try (SimulatedCarrier acme = new AcmeSimulator().start(SimulatorOptions.seeded(1));
                FaultServer carrier = FaultServer.start(Script.accept()
                        .readRequest()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":")
                        .reset())) {
            final Map<String, String> settings = new HashMap<>(acme.settings());
            settings.put("endpoint", carrier.address().toString());
            try (Anycarrier carriers = Anycarrier.builder()
                    .settings(settings(settings))
                    .factory(new AcmeProviderFactory())
                    .build()) {
                final CarrierAccount account = carriers.account("acme");
                assertThatThrownBy(() -> account.usage(acme.sims().get(0).sim()))
                        .isInstanceOfSatisfying(
                                UsageException.class,
                                failure -> assertThat(failure.unavailableCause())
                                        .isEqualTo(Optional.of(UnavailableCause.NETWORK)));
                assertThat(carrier.requests()).hasSize(1);
            }
        }
    }

    @Test
    void a_whole_platform_can_be_put_behind_chaos_and_the_same_seed_throws_the_same_faults() {
        final ChaosOptions options = ChaosOptions.seeded(42).withProbability(0.3);
        final List<String> first = outcomes(options);
        assertThat(outcomes(options)).isEqualTo(first);
        assertThat(first).contains("OK").anyMatch(outcome -> !outcome.equals("OK"));
        assertThat(outcomes(options.withSeed(43))).isNotEqualTo(first);
    }

    private static List<String> outcomes(final ChaosOptions options) {
        try (SimulatedCarrier acme = new AcmeSimulator()
                        .start(SimulatorOptions.seeded(1).withSims(40).withoutLimits());
                Anycarrier carriers = Anycarrier.builder()
                        .settings(settings(acme.settings()))
                        .factory(Chaos.around(new AcmeProviderFactory(), options))
                        .build()) {
            return acme.sims().stream()
                    .filter(truth -> !truth.gone())
                    .map(truth -> outcome(carriers.account("acme"), truth))
                    .toList();
        }
    }

    private static String outcome(final CarrierAccount account, final SimTruth truth) {
        try {
            account.usage(truth.sim());
            return "OK";
        } catch (final UsageException e) {
            return e.kind() + " " + e.detail();
        }
    }

    private static Settings settings(final Map<String, String> account) {
        final Map<String, String> values = new HashMap<>(account);
        values.putAll(ONE_ATTEMPT);
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        values.forEach((name, value) -> settings.set("acme." + name, value));
        return settings.build();
    }
}
