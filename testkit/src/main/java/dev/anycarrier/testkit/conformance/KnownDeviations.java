package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules that a provider is known to break. Each has to be broken: what works again is not a deviation any more. */
final class KnownDeviations {

    private final Map<String, Deviation> byRule;

    private KnownDeviations(final Map<String, Deviation> byRule) {
        this.byRule = Map.copyOf(byRule);
    }

    static KnownDeviations none() {
        return new KnownDeviations(Map.of());
    }

    static KnownDeviations of(final List<Deviation> known) {
        final Set<String> rules = Rules.all().stream().map(Rule::id).collect(Collectors.toSet());
        final Map<String, Deviation> byRule = new HashMap<>();
        for (final Deviation deviation : known) {
            if (!rules.contains(deviation.rule())) {
                throw new IllegalArgumentException("there is no rule " + deviation.rule() + " to deviate from");
            }
            if (byRule.put(deviation.rule(), deviation) != null) {
                throw new IllegalArgumentException("the deviation from " + deviation.rule() + " is given twice");
            }
        }
        return new KnownDeviations(byRule);
    }

    RuleResult apply(final RuleResult result) {
        final Deviation deviation = byRule.get(result.rule().id());
        if (deviation == null) {
            return result;
        }
        final boolean broken = result.outcome() == Outcome.FAILED;
        return new RuleResult(
                result.rule(),
                broken ? Outcome.DEVIATED : Outcome.FAILED,
                broken
                        ? result.found()
                        : "the provider is said to deviate (" + deviation.link()
                                + ") and does not: take the deviation away",
                result.routes(),
                Optional.of(deviation));
    }
}
