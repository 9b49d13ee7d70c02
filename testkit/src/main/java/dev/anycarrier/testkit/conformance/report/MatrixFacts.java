package dev.anycarrier.testkit.conformance.report;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.Capability;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The rows of the matrix that say what each provider is and can do. */
final class MatrixFacts {

    private MatrixFacts() {}

    static List<Element> rows(final Matrix matrix) {
        final List<Element> rows = new ArrayList<>();
        rows.add(MatrixPage.row(
                "Verdict",
                column -> element(
                        "td",
                        element("strong", column.report().verdict().words())
                                .as("v-" + Words.style(column.report().verdict()))),
                matrix));
        rows.add(told(matrix, "Tried", MatrixFacts::tried));
        for (final Capability capability : Capability.values()) {
            rows.add(told(matrix, capitalized(Words.name(capability)), report -> offers(report, capability)));
        }
        rows.add(described(matrix, "Services", descriptor -> Words.names(descriptor.services())));
        rows.add(described(matrix, "A SIM is named by", descriptor -> Words.names(descriptor.identifiers())));
        rows.add(MatrixPage.row("Limits", column -> element("td", limits(column.report())), matrix));
        rows.add(described(
                matrix,
                "Cache time",
                descriptor -> descriptor.carrierCacheTime().map(Words::exactly).orElse("not said")));
        return rows;
    }

    private static String tried(final ConformanceReport report) {
        return (report.run().live() ? "live, " : "simulated, ")
                + RunSection.time(report.run().started());
    }

    private static String offers(final ConformanceReport report, final Capability capability) {
        if (report.subject().capabilities().isEmpty()) {
            return "unknown";
        }
        return report.subject().capabilities().contains(capability) ? "yes" : "no";
    }

    private static Markup limits(final ConformanceReport report) {
        return report.subject().descriptor().map(SubjectSection::limits).orElseGet(() -> Markup.text("unknown"));
    }

    private static Element described(
            final Matrix matrix, final String name, final Function<ProviderDescriptor, String> words) {
        return told(
                matrix, name, report -> report.subject().descriptor().map(words).orElse("unknown"));
    }

    private static Element told(
            final Matrix matrix, final String name, final Function<ConformanceReport, String> words) {
        return MatrixPage.row(name, column -> element("td", words.apply(column.report())), matrix);
    }

    private static String capitalized(final String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
