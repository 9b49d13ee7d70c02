package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps nearly every rule from being kept is said before anything else. */
class PlainQuestionTest {

    @Test
    void a_rule_that_fails_because_nothing_is_answered_says_so_first() {
        final Conformance conformance = Conformance.of(
                AcmeWith.usage((acme, sim) -> {
                    throw InvalidData.field("data.ends", "is no time");
                }),
                new AcmeSimulator(),
                4);

        assertThat(conformance.tryBy(rule("NUMBERS-01")).found())
                .contains("(seed 4): Repair this first: without any fault, the usage of ", "data.ends is no time");
    }

    @Test
    void a_rule_that_fails_because_the_simulator_does_says_so_first() {
        final SimulatorRoute broken = SimulatorRoute.get(
                "/v1/orders/{sim}/packages",
                Purpose.USAGE,
                request -> SimulatorAnswer.of(200, List.of("one").get(1)));
        final CarrierSimulator carrier = AcmeCarriers.changed((real, options) ->
                new Elsewhere(real, SimulatorServer.start(options, List.of(broken), SimulatorAnswer.of(404, "{}"))));

        assertThat(Conformance.of(new AcmeProviderFactory(), carrier, 4)
                        .tryBy(rule("NUMBERS-01"))
                        .found())
                .contains("(seed 4): Repair the simulator first: it failed with java.lang.IndexOutOfBoundsException");
    }

    @Test
    void a_rule_that_is_broken_by_itself_says_nothing_else_first() {
        final Saboteur saboteur = NumberSaboteurs.ALL.get(0);
        final Conformance conformance = Conformance.of(saboteur.factory().get(), saboteur.carrier(), 4);

        assertThat(conformance.tryBy(rule(saboteur.breaks())).found())
                .isNotEmpty()
                .doesNotContain("Repair");
    }

    private static Rule rule(final String id) {
        return Rules.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Acme at another server. */
    private static final class Elsewhere extends SameCarrier {

        private final SimulatorServer server;

        Elsewhere(final SimulatedCarrier carrier, final SimulatorServer server) {
            super(carrier);
            this.server = server;
        }

        @Override
        public URI address() {
            return server.address();
        }

        @Override
        public Map<String, String> settings() {
            final Map<String, String> settings = new HashMap<>(super.settings());
            settings.put("endpoint", address().toString());
            return settings;
        }

        @Override
        public Ledger ledger() {
            return server.ledger();
        }

        @Override
        public void close() {
            server.close();
            super.close();
        }
    }
}
