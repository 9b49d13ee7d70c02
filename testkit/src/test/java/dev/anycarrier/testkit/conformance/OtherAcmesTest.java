package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What saboteurs are made of keeps the rules, as long as nothing is wrong about it. */
class OtherAcmesTest {

    private static final Set<Group> ABOUT_TOKENS =
            EnumSet.of(Group.AUTHENTICATION, Group.LIMITS, Group.CONCURRENCY, Group.LIFECYCLE, Group.SECRETS);

    @Test
    void acme_with_access_tokens_keeps_the_rules_about_them() {
        final Conformance conformance =
                Conformance.of(AcmeWithTokens.tokens(exchange -> exchange), new AcmeWithTokens.Simulator(), 4);
        assertThat(Rules.all())
                .filteredOn(rule -> ABOUT_TOKENS.contains(rule.group()))
                .map(conformance::tryBy)
                .allSatisfy(result -> assertThat(result.outcome())
                        .as(result.message())
                        .isIn(
                                Outcome.PASSED,
                                result.rule().id().equals("LIMITS-08") ? Outcome.NOT_APPLICABLE : Outcome.PASSED));
    }

    @Test
    void acme_that_refuses_credentials_with_403_is_not_held_to_what_403_means_elsewhere() {
        final UsageProviderFactory factory = AcmeWith.sending((transport, request) -> {
            final HttpResponse response = transport.send(request);
            if (response.status() == 403) {
                throw UsageException.of(Kind.AUTHENTICATION_FAILED, "the key is wrong")
                        .build();
            }
            return response;
        });
        final CarrierSimulator carrier = carrier((real, options) -> new SameCarrier(real) {
            @Override
            public List<DocumentedRefusal> refusals() {
                return List.of(new DocumentedRefusal(SimulatorAnswer.of(403, "{}"), Kind.AUTHENTICATION_FAILED));
            }
        });

        assertThat(outcome(Conformance.of(factory, carrier, 4), "AUTHENTICATION-02"))
                .isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(outcome(Conformance.of(factory, carrier, 4), "FAULTS-08")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(Conformance.of(factory, carrier, 4), "ERRORS-13")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(Conformance.of(factory, new AcmeSimulator(), 4), "AUTHENTICATION-02"))
                .isEqualTo(Outcome.FAILED);
        assertThat(outcome(Conformance.of(factory, new AcmeSimulator(), 4), "FAULTS-08"))
                .isEqualTo(Outcome.FAILED);
    }

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
        final CarrierSimulator carrier = carrier((real, options) ->
                new Elsewhere(real, SimulatorServer.start(options, List.of(broken), SimulatorAnswer.of(404, "{}"))));

        assertThat(Conformance.of(new AcmeProviderFactory(), carrier, 4)
                        .tryBy(rule("NUMBERS-01"))
                        .found())
                .contains("(seed 4): Repair the simulator first: it failed with java.lang.IndexOutOfBoundsException");
    }

    @Test
    void acme_as_a_named_module_answers_in_a_process_of_its_own() {
        assertThat(Conformance.of(AcmeModule.open(), new AcmeSimulator(), 4).tryBy(rule("HYGIENE-07")))
                .satisfies(result ->
                        assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.PASSED));
    }

    private static Rule rule(final String id) {
        return Rules.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(final Conformance conformance, final String rule) {
        return conformance.tryBy(rule(rule)).outcome();
    }

    private static CarrierSimulator carrier(
            final BiFunction<SimulatedCarrier, SimulatorOptions, SimulatedCarrier> changed) {
        final AcmeSimulator acme = new AcmeSimulator();
        return new CarrierSimulator() {
            @Override
            public String carrier() {
                return acme.carrier();
            }

            @Override
            public SimulatedCarrier start(final SimulatorOptions options) {
                return changed.apply(acme.start(options), options);
            }
        };
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
