package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.AccountTotal;
import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.cli.digest.Ends;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.usage.Service;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What matters most, in a line, and how much of it is known. */
final class Opening {

    private static final int WEEK = 7;

    private final Digest digest;
    private final long fresh;
    private final long stale;
    private final long failed;
    private final long skipped;

    Opening(final Digest digest) {
        this.digest = digest;
        this.fresh = TotalsSection.sum(digest, AccountTotal::fresh);
        this.stale = TotalsSection.sum(digest, AccountTotal::stale);
        this.failed = TotalsSection.sum(digest, AccountTotal::failed);
        this.skipped = TotalsSection.sum(digest, AccountTotal::skipped);
    }

    Element header(final Instant now, final boolean full) {
        final List<Element> parts = new ArrayList<>();
        parts.add(element("p", "Usage report").as("eyebrow"));
        parts.add(element("h1", headline()));
        if (lines() > 0) {
            parts.add(element("p", sentence()).as("why"));
            parts.add(bar());
            parts.add(Section.figures(List.of(
                    Section.figure(Figures.count(fresh), "fresh", "t-calm"),
                    Section.figure(Figures.count(stale), "stale", "t-warn"),
                    Section.figure(Figures.count(failed), "failed", "t-alert"),
                    Section.figure(Figures.count(skipped), "skipped", "t-plain"))));
        }
        parts.add(element("p", circumstances(now, full)).as("quiet"));
        return element("header").as("opening").holding(parts);
    }

    /** The most urgent thing that is known. */
    String headline() {
        final Optional<LocalDate> first = digest.latest().map(Days::day);
        for (final Service service : Service.values()) {
            final Optional<Ends> ends = digest.ends(service);
            if (first.isPresent() && ends.isPresent()) {
                final LocalDate end = first.get().plusDays(WEEK + 1);
                final Ends.Day soon = EndsSection.sum(ends.get(), null, end);
                if (soon.out() > 0) {
                    return Figures.sims(soon.out()) + (soon.out() == 1 ? " uses" : " use") + " up all " + word(service)
                            + " within a week";
                }
                if (soon.expired() > 0) {
                    return "The " + word(service) + " of " + Figures.sims(soon.expired())
                            + (service == Service.MESSAGE ? " end" : " ends") + " within a week";
                }
            }
        }
        if (lines() > 0) {
            return digest.latest().isPresent() ? "No SIM is known to run out within a week" : "No SIM could be read";
        }
        return used().orElse("Nothing to show");
    }

    private Optional<String> used() {
        for (final Service service : Service.values()) {
            final Optional<String> used = digest.use(service).map(use -> {
                final BigInteger sum =
                        use.byCountry().stream().map(country -> country.sum()).reduce(BigInteger.ZERO, BigInteger::add);
                return Figures.amount(sum, service.unit())
                        + (service == Service.MESSAGE ? " sent" : " of " + word(service) + " used") + " in "
                        + Figures.count(use.byCountry().size(), "country", "countries");
            });
            if (used.isPresent()) {
                return used;
            }
        }
        return Optional.empty();
    }

    private static String word(final Service service) {
        return switch (service) {
            case DATA -> "data";
            case VOICE -> "voice";
            case MESSAGE -> "messages";
        };
    }

    private String sentence() {
        final long accounts = digest.accounts().keySet().stream()
                .filter(name -> !name.equals(Digest.NO_ACCOUNT))
                .count();
        return Figures.sims(lines()) + " of " + Figures.count(accounts, "account", "accounts") + ": "
                + Figures.count(fresh + stale) + " read, " + Figures.count(stale) + " of them older than wanted; "
                + Figures.count(failed) + " could not be read"
                + (skipped > 0 ? ", " + Figures.count(skipped) + " were not asked about." : ".");
    }

    private Element bar() {
        final List<Element> parts = new ArrayList<>();
        long before = 0;
        final long[] counts = {fresh, stale, failed, skipped};
        final String[] tones = {"t-calm", "t-warn", "t-alert", "t-mute"};
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] > 0) {
                parts.add(element("rect")
                        .as(tones[index])
                        .with("x", Figures.length((double) before / lines()))
                        .with("width", Figures.length((double) counts[index] / lines()))
                        .with("height", "100%"));
            }
            before += counts[index];
        }
        return element("svg").as("bar").with("aria-hidden", "true").holding(parts);
    }

    private String circumstances(final Instant now, final boolean full) {
        final String values = digest.earliest()
                .map(Days::minute)
                .flatMap(from -> digest.latest()
                        .map(Days::minute)
                        .map(to -> from.equals(to)
                                ? "The values are of " + to + ". "
                                : "The values are of " + from + " to " + to + ". "))
                .orElse("");
        return values + "Written " + Days.minute(now) + ". "
                + (full ? "SIM ids are whole: hand this page on with care." : "SIM ids are masked.");
    }

    private long lines() {
        return fresh + stale + failed + skipped;
    }
}
