package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.Place;
import dev.anycarrier.cli.digest.SimUse;
import dev.anycarrier.cli.digest.UseOverTime;
import dev.anycarrier.cli.digest.UseOverTime.Use;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was used when and where, service by service, from records. */
final class UseSection {

    private static final int MOST_ROWS = 100;
    private static final int HEAVIEST = 25;

    private final Digest digest;
    private final SimNames sims;

    UseSection(final Digest digest, final SimNames sims) {
        this.digest = digest;
        this.sims = sims;
    }

    Section section() {
        final List<Element> parts = new ArrayList<>();
        for (final Service service : Service.values()) {
            digest.use(service)
                    .ifPresent(use ->
                            parts.add(of(service, use, digest.simUse(service).orElseThrow())));
        }
        return new Section("use", "Use over time", parts);
    }

    private Element of(final Service service, final UseOverTime use, final SimUse simUse) {
        final List<Use<Optional<String>>> countries = use.byCountry();
        final List<Use<Place>> places = use.byPlace();
        final BigInteger sum = countries.stream().map(Use::sum).reduce(BigInteger.ZERO, BigInteger::add);
        final UseChart chart = new UseChart(service, use, countries);
        return element(
                        "div",
                        element("h3", Figures.name(service)),
                        Section.figures(List.of(
                                Section.figure(Figures.amount(sum, service.unit()), "used", "t-plain"),
                                Section.figure(Figures.count(use.records()), "records", "t-plain"),
                                Section.figure(Figures.count(countries.size()), "countries", "t-plain"),
                                Section.figure(Figures.count(places.size()), "networks", "t-plain"))),
                        chart.figure(),
                        element(
                                        "div",
                                        element(
                                                "div",
                                                element("p", "By country").as("caption"),
                                                table(
                                                                "Use by country",
                                                                "Country",
                                                                countries,
                                                                sum,
                                                                service,
                                                                Names::country)
                                                        .table()),
                                        element(
                                                "div",
                                                element("p", "By network").as("caption"),
                                                networks(places, sum, service).table()))
                                .as("columns-half"),
                        element("div").as("heavy").holding(heaviest(service, simUse, sum)))
                .as("service");
    }

    private static <T> Grid table(
            final String label,
            final String head,
            final List<Use<T>> uses,
            final BigInteger sum,
            final Service service,
            final Function<T, String> name) {
        final Grid table = new Grid(label)
                .words(head)
                .numbers("Used")
                .numbers("Share")
                .drawing()
                .drawing();
        uses.stream()
                .limit(MOST_ROWS)
                .forEach(use -> table.row(
                        name.apply(use.of()),
                        Figures.amount(use.sum(), service.unit()),
                        Figures.percent(use.sum(), sum),
                        Bars.bar(use.sum(), uses.get(0).sum(), "t-calm"),
                        course(use)));
        return table;
    }

    private static Grid networks(final List<Use<Place>> uses, final BigInteger sum, final Service service) {
        final Grid table = new Grid("Use by network")
                .words("Network")
                .words("Country")
                .numbers("Used")
                .numbers("Share")
                .drawing();
        uses.stream()
                .limit(MOST_ROWS)
                .forEach(use -> table.row(
                        Names.network(use.of()),
                        Names.country(use.of().country()),
                        Figures.amount(use.sum(), service.unit()),
                        Figures.percent(use.sum(), sum),
                        course(use)));
        return table;
    }

    private static Element course(final Use<?> use) {
        final BigInteger highest = use.steps().stream().reduce(BigInteger.ONE, BigInteger::max);
        return Bars.course(use.steps(), highest, "t-calm");
    }

    private List<Element> heaviest(final Service service, final SimUse use, final BigInteger sum) {
        final List<SimUse.Heavy> heaviest = use.heaviest(HEAVIEST);
        final Grid table = new Grid(Figures.name(service) + ": SIMs that used most")
                .words("SIM")
                .numbers("Used")
                .numbers("Share")
                .drawing();
        heaviest.forEach(heavy -> table.row(
                sims.of(heavy.sim()),
                Figures.amount(heavy.amount(), service.unit()),
                Figures.percent(heavy.amount(), sum),
                Bars.bar(heavy.amount(), heaviest.get(0).amount(), "t-calm")));
        final List<Element> parts = new ArrayList<>();
        parts.add(table.folded("SIMs that used most"));
        if (use.isFull()) {
            parts.add(Section.note(
                    "Only of the first " + Figures.count(SimUse.MOST) + " SIMs it is known how much each used."));
        }
        return parts;
    }
}
