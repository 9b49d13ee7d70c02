package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.EnumSet;
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
    void acme_as_a_named_module_answers_in_a_process_of_its_own() {
        final Rule inProcess = Rules.all().stream()
                .filter(rule -> rule.id().equals("HYGIENE-07"))
                .findFirst()
                .orElseThrow();
        assertThat(Conformance.of(AcmeModule.open(), new AcmeSimulator(), 4).tryBy(inProcess))
                .satisfies(result ->
                        assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.PASSED));
    }
}
