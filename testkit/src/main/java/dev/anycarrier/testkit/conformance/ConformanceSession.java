package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Rule;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The ledger of one test class: which rules were tried, and what came of each. Thread-safe. */
final class ConformanceSession {

    private final Conformance conformance;
    private final Stopwatch stopwatch = Stopwatch.start();
    private final Queue<RuleResult> executed = new ConcurrentLinkedQueue<>();

    ConformanceSession(final Conformance conformance) {
        this.conformance = conformance;
    }

    RuleResult tryBy(final Rule rule) {
        final RuleResult result = conformance.tryBy(rule);
        executed.add(result);
        return result;
    }

    ConformanceReport report(final String reproduce) {
        return conformance.report(List.copyOf(executed), stopwatch, reproduce);
    }
}
