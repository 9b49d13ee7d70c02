package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.Left;
import dev.anycarrier.cli.page.Columns.Column;
import dev.anycarrier.cli.page.Columns.Part;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left to each SIM, service by service. */
final class LeftSection {

    private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000_000);

    private final Digest digest;
    private final SimNames sims;

    LeftSection(final Digest digest, final SimNames sims) {
        this.digest = digest;
        this.sims = sims;
    }

    Section section() {
        final List<Element> parts = new ArrayList<>();
        for (final Service service : Service.values()) {
            digest.left(service).ifPresent(left -> parts.add(of(service, left)));
        }
        return new Section("left", "What is left", parts);
    }

    private Element of(final Service service, final Left left) {
        final Element drawn = element("div", element("h3", Figures.name(service)), Section.figures(figures(left)));
        final Columns columns = columns(service, left);
        final Element chart = element("figure")
                .holding(
                        left.limited() + left.usedUp() == 0
                                ? List.of(Section.note("Of no SIM it is known what share is left."))
                                : List.of(
                                        element("figcaption", "SIMs by the share of their allowance that is left"),
                                        columns.chart()))
                .holding(table(left).folded("As a table"));
        final Element lists = element("div").as("beside").holding(lowest(service, left));
        return element("div", drawn, element("div", chart, lists).as("columns-2"))
                .as("service");
    }

    private static List<Element> figures(final Left left) {
        return List.of(
                Section.figure(Figures.count(left.usedUp()), "used up", "t-alert"),
                Section.figure(Figures.count(left.limited()), "have something left", "t-calm"),
                Section.figure(Figures.count(left.unlimited()), "unlimited", "t-plain"),
                Section.figure(Figures.count(left.untold()), "not told", "t-plain"),
                Section.figure(Figures.count(left.over()), "expired or ended", "t-plain"));
    }

    private static Columns columns(final Service service, final Left left) {
        final List<Column> columns = new ArrayList<>();
        columns.add(
                new Column("nothing left", "0", false, List.of(BigInteger.valueOf(left.usedUp()), BigInteger.ZERO)));
        for (int band = 0; band < Left.BANDS; band++) {
            columns.add(new Column(
                    band(band),
                    upper(band) + (band == Left.BANDS - 1 ? " %" : ""),
                    band % 2 == 0,
                    List.of(BigInteger.ZERO, BigInteger.valueOf(left.bands().get(band)))));
        }
        final BigInteger highest = columns.stream().map(Column::sum).reduce(BigInteger.ONE, BigInteger::max);
        return new Columns(
                Figures.name(service) + ": SIMs by the share that is left",
                List.of(new Part("used up", "t-alert"), new Part("something left", "t-calm")),
                columns,
                Scale.upTo(highest, Optional.empty()));
    }

    private static int upper(final int band) {
        return (band + 1) * 100 / Left.BANDS;
    }

    private static String band(final int band) {
        return "more than " + band * 100 / Left.BANDS + " % to " + upper(band) + " % left";
    }

    private static Grid table(final Left left) {
        final Grid table =
                new Grid("SIMs by what is left").words("Left").numbers("SIMs").drawing();
        row(table, "nothing: used up", left.usedUp(), left.sims(), "t-alert");
        for (int band = 0; band < Left.BANDS; band++) {
            row(table, band(band), left.bands().get(band), left.sims(), "t-calm");
        }
        row(table, "unlimited", left.unlimited(), left.sims(), "t-mute");
        row(table, Names.UNTOLD, left.untold(), left.sims(), "t-mute");
        row(table, "expired or ended", left.over(), left.sims(), "t-mute");
        return table;
    }

    private static void row(final Grid table, final String name, final long count, final long all, final String tone) {
        table.row(name, Figures.count(count), Bars.bar(count, all, tone));
    }

    private List<Element> lowest(final Service service, final Left left) {
        final List<Left.Low> lowest = left.lowest();
        if (lowest.isEmpty()) {
            return List.of();
        }
        final Grid table = new Grid(Figures.name(service) + ": SIMs with least left")
                .words("SIM")
                .numbers("Left")
                .numbers("Of")
                .numbers("Share");
        lowest.forEach(low -> table.row(
                sims.of(low.sim()),
                Figures.amount(low.remaining(), service.unit()),
                Figures.amount(low.total(), service.unit()),
                Figures.percent(BigInteger.valueOf(low.share()), WHOLE)));
        return List.of(
                element("p", "Least left, but not nothing").as("caption"),
                table.table(),
                Section.note(Figures.count(lowest.size()) + " of " + Figures.sims(left.limited())
                        + " that have something left."));
    }
}
