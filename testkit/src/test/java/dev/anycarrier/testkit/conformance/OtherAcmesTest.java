package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.DocumentedRefusal;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        final CarrierSimulator carrier = AcmeCarriers.changed((real, options) -> new SameCarrier(real) {
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
}
