package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.AccountTotal;
import dev.anycarrier.cli.digest.Ages;
import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.cli.page.Columns.Column;
import dev.anycarrier.cli.page.Columns.Part;
import dev.anycarrier.testkit.page.Markup.Element;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How old the values are. */
final class AgesSection {

    private final Digest digest;

    AgesSection(final Digest digest) {
        this.digest = digest;
    }

    Section section() {
        final long read =
                TotalsSection.sum(digest, AccountTotal::fresh) + TotalsSection.sum(digest, AccountTotal::stale);
        return new Section(
                "ages",
                "How old the values are",
                read == 0 ? List.of() : List.of(chart(), Section.note(words()), causes()));
    }

    private Element chart() {
        final List<Column> ages = columns();
        final Columns columns = new Columns(
                "SIMs by the age of their values",
                List.of(new Part("fresh", "t-calm"), new Part("stale: older than wanted", "t-warn")),
                ages,
                Scale.upTo(ages.stream().map(Column::sum).reduce(BigInteger.ONE, BigInteger::max), Optional.empty()));
        final Grid table = new Grid("SIMs by age").words("Age").numbers("Fresh").numbers("Stale");
        ages.forEach(age -> table.row(
                age.name(),
                Figures.count(age.amounts().get(0).longValueExact()),
                Figures.count(age.amounts().get(1).longValueExact())));
        return element("figure", element("figcaption", "SIMs by the age of their values"))
                .holding(columns.legend())
                .holding(columns.chart(), table.folded("As a table"));
    }

    private List<Column> columns() {
        final List<Column> columns = new ArrayList<>();
        for (int group = 0; group <= Ages.BOUNDS.size(); group++) {
            final boolean last = group == Ages.BOUNDS.size();
            final String bound =
                    TimeText.of(Ages.BOUNDS.get(last ? group - 1 : group)).replace("24 h", "1 d");
            columns.add(new Column(
                    last ? bound + " or older" : "less than " + bound,
                    (last ? "≥ " : "< ") + bound,
                    group % 2 == 1,
                    List.of(
                            BigInteger.valueOf(digest.ages().fresh().get(group)),
                            BigInteger.valueOf(digest.ages().stale().get(group)))));
        }
        return columns;
    }

    private String words() {
        final Ages ages = digest.ages();
        return "The oldest value is " + TimeText.of(ages.oldest()) + " old."
                + ages.cached()
                        .map(time -> " Carriers admit to caches of up to " + TimeText.of(time)
                                + ": their values may be so much older than is drawn.")
                        .orElse("");
    }

    private Element causes() {
        final Map<?, Long> causes = digest.ages().causes();
        if (causes.isEmpty()) {
            return element("div");
        }
        final Grid table = new Grid("Why values are stale")
                .words("What kept a newer value away")
                .numbers("SIMs")
                .drawing();
        final long most =
                causes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        causes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> table.row(
                        entry.getKey().toString(),
                        Figures.count(entry.getValue()),
                        Bars.bar(entry.getValue(), most, "t-warn")));
        return element("div", element("p", "Why values are stale").as("caption"), table.table());
    }
}
