package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.Ends;
import dev.anycarrier.cli.digest.Ends.Case;
import dev.anycarrier.cli.digest.Ends.Day;
import dev.anycarrier.cli.digest.Pace;
import dev.anycarrier.cli.page.Columns.Column;
import dev.anycarrier.cli.page.Columns.Part;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who runs out when, service by service. */
final class EndsSection {

    /** So many days are drawn, the first of them that of the newest value. */
    static final int DAYS = 31;

    private static final int TICK = 5;

    private final Digest digest;
    private final SimNames sims;

    EndsSection(final Digest digest, final SimNames sims) {
        this.digest = digest;
        this.sims = sims;
    }

    Section section() {
        final List<Element> parts = new ArrayList<>();
        digest.latest().map(Days::day).ifPresent(first -> {
            for (final Service service : Service.values()) {
                digest.ends(service).ifPresent(ends -> parts.add(of(service, ends, first)));
            }
        });
        return new Section("ends", "Who runs out when", parts);
    }

    private Element of(final Service service, final Ends ends, final LocalDate first) {
        final List<Column> days = days(ends, first);
        final Columns columns = new Columns(
                Figures.name(service) + ": SIMs that have no more of it, by day",
                List.of(new Part("used up, at an even pace", "t-alert"), new Part("validity ends first", "t-warn")),
                days,
                Scale.upTo(days.stream().map(Column::sum).reduce(BigInteger.ONE, BigInteger::max), Optional.empty()));
        final boolean any = days.stream().anyMatch(day -> day.sum().signum() > 0);
        final Element chart = element("figure")
                .holding(
                        any
                                ? Stream.concat(
                                                Stream.concat(
                                                        Stream.of(
                                                                element(
                                                                        "figcaption",
                                                                        "SIMs that have no more of it from which day on (UTC)")),
                                                        columns.legend().stream()),
                                                Stream.of(columns.chart()))
                                        .toList()
                                : List.of(Section.note("Of no SIM a day within " + DAYS + " days is known.")))
                .holding(table(ends, first).folded("As a table"));
        return element(
                        "div",
                        element("h3", Figures.name(service)),
                        Section.figures(figures(ends, first)),
                        element("div", chart, element("div").as("beside").holding(soonest(service, ends)))
                                .as("columns-2"))
                .as("service");
    }

    private static List<Column> days(final Ends ends, final LocalDate first) {
        final List<Column> columns = new ArrayList<>();
        for (int index = 0; index < DAYS; index++) {
            final LocalDate day = first.plusDays(index);
            final Day count = index == 0 ? sum(ends, null, first.plusDays(1)) : sum(ends, day, day.plusDays(1));
            columns.add(new Column(
                    index == 0 ? day + " or before" : day.toString(),
                    index % TICK == 0 ? Days.tick(day) : "",
                    index % (2 * TICK) != 0,
                    List.of(BigInteger.valueOf(count.out()), BigInteger.valueOf(count.expired()))));
        }
        return columns;
    }

    /** SIMs with a day in that time. */
    static Day sum(final Ends ends, final @Nullable LocalDate from, final LocalDate to) {
        return ends.days().entrySet().stream()
                .filter(entry -> from == null || !entry.getKey().isBefore(from))
                .filter(entry -> entry.getKey().isBefore(to))
                .map(Map.Entry::getValue)
                .reduce(new Day(0, 0), Day::plus);
    }

    private static List<Element> figures(final Ends ends, final LocalDate first) {
        final Day week = sum(ends, null, first.plusDays(8));
        final Day all = sum(ends, null, LocalDate.MAX);
        final Day drawn = sum(ends, null, first.plusDays(DAYS));
        return List.of(
                Section.figure(Figures.count(week.out()), "used up within 7 days", "t-alert"),
                Section.figure(Figures.count(week.expired()), "validity ends within 7 days", "t-warn"),
                Section.figure(
                        Figures.count(all.out() + all.expired() - drawn.out() - drawn.expired()),
                        "in more than " + (DAYS - 1) + " days",
                        "t-plain"),
                Section.figure(
                        Figures.count(ends.count(Case.UNTOLD, Case.NO_PACE, Case.NOT_USED, Case.FAR, Case.UNLIMITED)),
                        "without a day",
                        "t-plain"));
    }

    private static Grid table(final Ends ends, final LocalDate first) {
        final Grid table = new Grid("SIMs by the day from which they have no more")
                .words("Day (UTC)")
                .numbers("Used up")
                .numbers("Validity ends");
        for (int index = 0; index < DAYS; index++) {
            final LocalDate day = first.plusDays(index);
            row(
                    table,
                    index == 0 ? day + " or before" : day.toString(),
                    sum(ends, index == 0 ? null : day, day.plusDays(1)));
        }
        row(table, "later", sum(ends, first.plusDays(DAYS), LocalDate.MAX));
        counted(table, "used up already", ends.count(Case.USED_UP));
        counted(table, "unlimited, without an end", ends.count(Case.UNLIMITED));
        counted(table, "what is left is not told", ends.count(Case.UNTOLD));
        counted(table, "how fast it is used is not told", ends.count(Case.NO_PACE));
        counted(table, "nothing used so far", ends.count(Case.NOT_USED));
        counted(table, "too far away to tell", ends.count(Case.FAR));
        counted(table, "expired or ended already", ends.count(Case.OVER));
        return table;
    }

    private static void row(final Grid table, final String name, final Day day) {
        table.row(name, Figures.count(day.out()), Figures.count(day.expired()));
    }

    private static void counted(final Grid table, final String name, final long count) {
        table.row(name, Figures.count(count), "");
    }

    private List<Element> soonest(final Service service, final Ends ends) {
        final List<Ends.Soon> soonest = ends.soonest();
        final List<Element> parts = new ArrayList<>();
        if (!soonest.isEmpty()) {
            final Grid table = new Grid(Figures.name(service) + ": SIMs that are used up first")
                    .words("SIM")
                    .numbers("Used up (UTC)")
                    .numbers("Left")
                    .numbers("A day");
            soonest.forEach(soon -> table.row(
                    sims.of(soon.sim()),
                    Days.minute(soon.at()).replace(" UTC", ""),
                    Figures.amount(soon.remaining(), service.unit()),
                    Figures.amount(soon.pace().aDay(), service.unit())));
            parts.add(element("p", "Used up first, at an even pace").as("caption"));
            parts.add(table.table());
        }
        parts.add(Section.note(basis(ends)));
        return parts;
    }

    private static String basis(final Ends ends) {
        final long validity = ends.count(Pace.Basis.VALIDITY);
        final long records = ends.count(Pace.Basis.RECORDS);
        final long unknown = ends.count(Case.NO_PACE, Case.ENDS_WITHOUT_PACE);
        final List<String> sentences = new ArrayList<>();
        if (validity > 0) {
            sentences.add(
                    "Of " + Figures.sims(validity) + " the pace is known from what was used since the validity began.");
        }
        if (records > 0) {
            sentences.add("Of " + Figures.sims(records) + " it is known from records.");
        }
        if (unknown > 0) {
            sentences.add("Of " + Figures.sims(unknown)
                    + " with something left it is not known: these may be used up before their validity ends.");
        }
        return String.join(" ", sentences);
    }
}
