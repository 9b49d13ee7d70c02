package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.page.Markup.Element;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as build servers know results of JUnit: one suite, and one test for each rule. */
final class JUnitXml {

    private static final int NANOS = 9;
    private static final int MILLIS = 3;

    private JUnitXml() {}

    static String write(final ConformanceReport report) {
        final int failed = report.results(Outcome.FAILED).size();
        final int passed = report.results(Outcome.PASSED).size();
        final int all = report.results().size();
        final Element suite = element("testsuite")
                .with("name", "conformance." + report.subject().id())
                .with("tests", Integer.toString(all))
                .with("failures", Integer.toString(failed))
                .with("errors", "0")
                .with("skipped", Integer.toString(all - failed - passed))
                .with("time", seconds(report.run().took()))
                .with(
                        "timestamp",
                        report.run()
                                .started()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replace("Z", ""))
                .holding(properties(report))
                .holding(report.results().stream()
                        .map(result -> testCase(report, result))
                        .toList());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + suite.xml() + "\n";
    }

    private static Element properties(final ConformanceReport report) {
        return element(
                "properties",
                property("verdict", report.verdict().words()),
                property("seed", Long.toString(report.run().seed())),
                property("live", Boolean.toString(report.run().live())),
                property("java", report.run().java()),
                property("reproduce", report.run().reproduce()));
    }

    private static Element property(final String name, final String value) {
        return element("property").with("name", name).with("value", value);
    }

    private static Element testCase(final ConformanceReport report, final RuleResult result) {
        return element("testcase")
                .with(
                        "classname",
                        "conformance." + report.subject().id() + "."
                                + result.rule().group())
                .with("name", result.rule().id() + " " + result.rule().sentence())
                .with("time", seconds(result.took()))
                .holding(ending(result));
    }

    private static List<Element> ending(final RuleResult result) {
        return switch (result.outcome()) {
            case PASSED -> List.of();
            case FAILED ->
                List.of(element("failure", result.message() + evidence(result))
                        .with("message", result.found())
                        .with("type", result.rule().level().name()));
            case DEVIATED, NOT_OFFERED, NOT_APPLICABLE, NOT_RUN ->
                List.of(element("skipped").with("message", result.outcome() + ": " + reason(result)));
        };
    }

    private static String reason(final RuleResult result) {
        return result.deviation()
                .map(deviation -> deviation.reason() + " (" + deviation.link() + ", since " + deviation.since() + ")")
                .orElse(result.found());
    }

    private static String evidence(final RuleResult result) {
        return result.routes().stream()
                .filter(route -> route.outcome() == Outcome.FAILED)
                .limit(1)
                .flatMap(route -> route.evidence().stream())
                .map(JUnitXml::exchange)
                .collect(Collectors.joining());
    }

    private static String exchange(final Evidence exchange) {
        return "\n\n> " + exchange.request().strip().replace("\n", "\n> ") + "\n< "
                + exchange.answer().strip().replace("\n", "\n< ");
    }

    private static String seconds(final Duration span) {
        return BigDecimal.valueOf(span.toNanos(), NANOS)
                .setScale(MILLIS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
