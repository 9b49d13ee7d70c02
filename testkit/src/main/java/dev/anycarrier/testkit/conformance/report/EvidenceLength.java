package dev.anycarrier.testkit.conformance.report;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Evidence;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Visible;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * How much of each request and answer a page shows, so that the page stays light however much there is: all of it where a
 * rule is broken, the beginning elsewhere, and less of all where that is too much. The JSON has everything.
 *
 * @param failed characters where a rule is broken
 * @param other characters elsewhere
 */
record EvidenceLength(int failed, int other) {

    private static final int BUDGET = 200_000;
    private static final int LEAST = 60;
    private static final EvidenceLength MOST = new EvidenceLength(5_000, 700);

    static EvidenceLength of(final ConformanceReport report) {
        EvidenceLength length = MOST;
        while (length.failed > LEAST && length.bytes(report) > BUDGET) {
            // What was broken is what people come for, so it shrinks last.
            length = length.other > LEAST
                    ? new EvidenceLength(length.failed, length.other / 2)
                    : new EvidenceLength(length.failed / 2, length.other);
        }
        return length;
    }

    int of(final RuleResult result) {
        return result.outcome() == Outcome.FAILED ? failed : other;
    }

    /**
     * The beginning of the text, and how much is left out.
     *
     * @param longest how many characters may come out, before markup is escaped and besides the note
     */
    static String beginning(final String text, final int longest) {
        final String visible = Visible.of(text);
        if (visible.length() <= longest) {
            return visible;
        }
        final int end = Character.isHighSurrogate(visible.charAt(longest - 1)) ? longest - 1 : longest;
        return visible.substring(0, end) + "\n… " + (visible.length() - end) + " more characters in report.json";
    }

    private long bytes(final ConformanceReport report) {
        return report.results().stream().mapToLong(this::bytes).sum();
    }

    private long bytes(final RuleResult result) {
        return result.routes().stream()
                .flatMap(route -> route.evidence().stream())
                .flatMap(EvidenceLength::texts)
                .mapToLong(
                        text -> Markup.text(beginning(text, of(result))).html().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static Stream<String> texts(final Evidence exchange) {
        return Stream.of(exchange.request(), exchange.answer());
    }
}
