package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.UseOverTime;
import dev.anycarrier.cli.digest.UseOverTime.Use;
import dev.anycarrier.cli.page.Columns.Column;
import dev.anycarrier.cli.page.Columns.Part;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Use over time, the countries with most of it told apart. */
final class UseChart {

    /** More colours than that cannot be told apart by everybody. */
    private static final int APART = 5;

    private static final int TICKS = 8;
    private static final List<Integer> HOURS = List.of(1, 2, 3, 6, 12, 24);

    private final Service service;
    private final UseOverTime use;
    private final List<Use<Optional<String>>> countries;
    private final List<Part> parts = new ArrayList<>();

    UseChart(final Service service, final UseOverTime use, final List<Use<Optional<String>>> countries) {
        this.service = service;
        this.use = use;
        this.countries = countries;
        for (int index = 0; index < Math.min(APART, countries.size()); index++) {
            parts.add(new Part(Names.country(countries.get(index).of()), "t-" + (index + 1)));
        }
        if (countries.size() > APART) {
            parts.add(new Part(Figures.count(countries.size() - APART) + " more", "t-mute"));
        }
    }

    Element figure() {
        final List<Column> steps = columns();
        final BigInteger highest = steps.stream().map(Column::sum).reduce(BigInteger.ONE, BigInteger::max);
        final Columns columns = new Columns(
                Figures.name(service) + " used in each " + use.step().name() + ", by country",
                parts,
                steps,
                Scale.upTo(highest, Optional.of(service.unit())));
        return element(
                        "figure",
                        element("figcaption", "Used in each " + use.step().name() + " (UTC)"))
                .holding(columns.legend())
                .holding(columns.chart())
                .holding(table(steps).folded("As a table"));
    }

    private List<Column> columns() {
        final List<Instant> starts = use.steps();
        final List<Column> columns = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            columns.add(
                    new Column(name(starts.get(index)), tick(starts, index), isMinor(starts, index), amounts(index)));
        }
        return columns;
    }

    private List<BigInteger> amounts(final int step) {
        final List<BigInteger> amounts = new ArrayList<>();
        BigInteger others = BigInteger.ZERO;
        for (int index = 0; index < countries.size(); index++) {
            final BigInteger amount = countries.get(index).steps().get(step);
            if (index < APART) {
                amounts.add(amount);
            } else {
                others = others.add(amount);
            }
        }
        if (countries.size() > APART) {
            amounts.add(others);
        }
        return amounts;
    }

    private String name(final Instant start) {
        return use.step().isHour() ? Days.minute(start) : Days.day(start).toString();
    }

    private String tick(final List<Instant> starts, final int index) {
        if (use.step().isHour()) {
            return Days.hour(starts.get(index)) % each(starts) == 0 ? Days.hourTick(starts.get(index)) : "";
        }
        return index % each(starts) == 0 ? Days.tick(Days.day(starts.get(index))) : "";
    }

    private boolean isMinor(final List<Instant> starts, final int index) {
        return use.step().isHour()
                ? Days.hour(starts.get(index)) % Math.min(24, 2 * each(starts)) != 0
                : index % (2 * each(starts)) != 0;
    }

    /** How many steps are between those that are named. */
    private int each(final List<Instant> starts) {
        final int least = Math.max(1, (starts.size() + TICKS - 1) / TICKS);
        return use.step().isHour()
                ? HOURS.stream().filter(hours -> hours >= least).findFirst().orElse(24)
                : least;
    }

    private Grid table(final List<Column> steps) {
        Grid table = new Grid("Use over time").words("From (UTC)").numbers("All");
        for (final Part part : parts) {
            table = table.numbers(part.name());
        }
        for (final Column step : steps) {
            final List<Object> row = new ArrayList<>(List.of(step.name(), Figures.amount(step.sum(), service.unit())));
            step.amounts().forEach(amount -> row.add(Figures.amount(amount, service.unit())));
            table.row(row.toArray());
        }
        return table;
    }
}
