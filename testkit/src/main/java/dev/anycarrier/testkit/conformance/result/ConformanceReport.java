package dev.anycarrier.testkit.conformance.result;

import dev.anycarrier.testkit.conformance.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run found out about a provider.
 *
 * @param subject the provider
 * @param run how it was tried
 * @param verdict what that says of it
 * @param results every rule of the kit, once and in its order, whether or not it was tried
 * @param drift where a real carrier answers otherwise than the simulated one, a sentence each; empty unless the run was
 *     {@link Run#live() live}
 */
public record ConformanceReport(
        Subject subject, Run run, Verdict verdict, List<RuleResult> results, List<String> drift) {

    /** Copies the lists. */
    public ConformanceReport {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(verdict, "verdict");
        results = List.copyOf(results);
        drift = List.copyOf(drift);
    }

    /**
     * Makes up the ledger: every rule that has to be tried, each with the result it has, or {@link Outcome#NOT_RUN}.
     * A rule with two results counts as failed if one of them does.
     *
     * @param rules what has to be tried
     * @param executed what was tried, in any order
     */
    public static ConformanceReport of(
            final Subject subject,
            final Run run,
            final List<Rule> rules,
            final List<RuleResult> executed,
            final List<String> drift) {
        final Map<Rule, RuleResult> ledger = new LinkedHashMap<>();
        rules.forEach(rule -> ledger.put(rule, RuleResult.notRun(rule)));
        for (final RuleResult result : executed) {
            ledger.computeIfPresent(result.rule(), (rule, known) -> known.outcome() == Outcome.FAILED ? known : result);
        }
        final List<RuleResult> results = new ArrayList<>(ledger.values());
        return new ConformanceReport(subject, run, Verdict.of(results), results, drift);
    }

    /** The results with that outcome, in the order of the rules. */
    public List<RuleResult> results(final Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).toList();
    }
}
