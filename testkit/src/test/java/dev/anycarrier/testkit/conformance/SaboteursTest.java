package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.Capability;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.RuleThread;
import dev.anycarrier.testkit.conformance.trial.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit catches what it claims to catch: a provider that breaks one rule fails by that rule. */
class SaboteursTest {

    private static final SaboteurTrial TRIAL = SaboteurTrial.together();

    static List<Saboteur> saboteurs() {
        return TRIAL.saboteurs();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("saboteurs")
    @Execution(ExecutionMode.CONCURRENT)
    void the_rule_it_breaks_fails_and_no_other_does(final Saboteur saboteur) {
        TRIAL.judge(saboteur);
    }

    @AfterAll
    static void show() throws IOException {
        SaboteurTrial.show();
    }

    @Test
    void every_rule_has_a_saboteur() {
        final Set<String> broken =
                SaboteurTrial.all().stream().map(Saboteur::breaks).collect(Collectors.toSet());
        assertThat(Rules.all()).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(broken);
    }

    @Test
    void what_the_carrier_has_and_the_provider_does_not_offer_is_an_outcome_of_its_own() {
        final Conformance conformance = Conformance.of(
                AcmeWith.provider((acme, context) -> withoutRecords(acme)), new AcmeSimulator(), SaboteurTrial.SEED);
        assertThat(Rules.all())
                .filteredOn(rule -> rule.concerns() == Capability.RECORDS)
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(conformance.tryBy(rule).outcome()).isEqualTo(Outcome.NOT_OFFERED));
    }

    @Test
    void what_neither_carrier_nor_provider_have_is_not_applicable() {
        final Conformance conformance = Conformance.of(
                AcmeWith.provider((acme, context) -> withoutRecords(acme)),
                new DiscoverySaboteurs.WithoutRecords(),
                SaboteurTrial.SEED);
        assertThat(Rules.all())
                .filteredOn(rule -> rule.concerns() == Capability.RECORDS)
                .allSatisfy(
                        rule -> assertThat(conformance.tryBy(rule).outcome()).isEqualTo(Outcome.NOT_APPLICABLE));
    }

    @Test
    void a_rule_that_does_not_come_to_an_end_is_ended_and_says_where_it_stood() {
        final CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> RuleThread.run("endless", Duration.ofMillis(50), never::await))
                .isInstanceOf(Violation.class)
                .hasMessageMatching("it did not end within 50 ms; it stands at .*");
    }

    private static UsageProvider withoutRecords(final UsageProvider acme) {
        return new SameProvider(acme) {
            @Override
            public Optional<UsageRecords> records() {
                return Optional.empty();
            }
        };
    }
}
