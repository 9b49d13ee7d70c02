package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import dev.anycarrier.Capability;
import dev.anycarrier.testkit.conformance.rule.Group;
import dev.anycarrier.testkit.conformance.rule.Level;
import dev.anycarrier.testkit.conformance.rule.Rule;
import org.junit.jupiter.api.Test;

/** The rules as data. */
class RulesTest {

    @Test
    void each_has_an_identifier_of_its_own_that_begins_with_its_group() {
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Rules.all()).allSatisfy(rule -> assertThat(rule.id()).matches(rule.group() + "-[0-9]{2}"));
    }

    @Test
    void each_says_in_sentences_what_holds_and_why_and_what_to_look_at() {
        assertThat(Rules.all()).allSatisfy(rule -> {
            assertThat(rule.sentence()).isNotBlank();
            assertThat(rule.why()).matches(".+\\.");
            assertThat(rule.lookAt()).matches(".+\\.");
        });
    }

    @Test
    void a_rule_of_somebody_else_is_refused() {
        final Rule foreign = new Rule(
                "FOREIGN-01", Level.MUST, "0.1", Group.IDENTITY, Capability.USAGE, "Nobody's.", "None.", "Nothing.");
        final Conformance conformance = Conformance.of(new AcmeProviderFactory(), new AcmeSimulator(), 1);
        assertThatThrownBy(() -> conformance.tryBy(foreign)).hasMessageContaining("FOREIGN-01");
    }
}
