package dev.anycarrier.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that only a provider with an access token can show: one that is as it should be keeps them. */
class TokenRulesTest {

    private static final List<String> ABOUT_TOKENS = List.of("FAULTS-17", "FAULTS-18", "FAULTS-19");

    @Test
    void a_provider_with_tokens_keeps_them() {
        final Conformance with = Conformance.of(AcmeFetchingTokens.factory(), new AcmeTokenSimulator(), 4);
        final List<Rule> rules = Rules.all().stream()
                .filter(rule -> ABOUT_TOKENS.contains(rule.id()))
                .toList();
        assertThat(rules)
                .hasSameSizeAs(ABOUT_TOKENS)
                .allSatisfy(rule -> assertThat(with.tryBy(rule))
                        .satisfies(result -> assertThat(result.outcome())
                                .as(result.message())
                                .isEqualTo(Outcome.PASSED)));
    }
}
