package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RouteResult;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.result.Subject;
import java.util.ArrayList;
import java.util.List;

/** Makes of a report that of another provider, which does less well, so that a matrix has something to show. */
final class OtherReport {

    private OtherReport() {}

    /** Each rule of that distance fails, and the one after it is not offered. */
    static ConformanceReport of(
            final ConformanceReport report, final String id, final String displayName, final int distance) {
        final List<RuleResult> results = new ArrayList<>();
        for (int i = 0; i < report.results().size(); i++) {
            final RuleResult result = report.results().get(i);
            results.add(
                    switch (i % distance) {
                        case 3 ->
                            with(
                                    result,
                                    Outcome.FAILED,
                                    "asking the provider directly (seed 1): 1000000000 bytes, and the carrier says"
                                            + " 1073741824");
                        case 4 -> with(result, Outcome.NOT_OFFERED, "the carrier has it, and the provider does not");
                        default -> result;
                    });
        }
        return ConformanceReport.of(
                subject(report.subject(), id, displayName),
                report.run(),
                results.stream().map(RuleResult::rule).toList(),
                results,
                List.of());
    }

    static Subject subject(final Subject subject, final String id, final String displayName) {
        return new Subject(
                id, displayName, subject.factory(), subject.settings(), subject.capabilities(), subject.descriptor());
    }

    private static RuleResult with(final RuleResult result, final Outcome outcome, final String found) {
        final List<RouteResult> routes = result.routes().stream()
                .map(route -> new RouteResult(route.route(), outcome, found, route.evidence(), route.took()))
                .toList();
        return new RuleResult(result.rule(), outcome, found, routes, result.deviation());
    }
}
