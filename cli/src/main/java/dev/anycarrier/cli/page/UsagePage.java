package dev.anycarrier.cli.page;

import static dev.anycarrier.testkit.page.Markup.element;

import dev.anycarrier.cli.digest.Digest;
import dev.anycarrier.testkit.page.Markup;
import dev.anycarrier.testkit.page.Markup.Element;
import dev.anycarrier.testkit.page.StaticPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of a sweep, of records, or of both. */
public final class UsagePage {

    private static final String CSS = StaticPage.resource(UsagePage.class, "usage.css");

    private UsagePage() {}

    /**
     * The page as HTML, in one file that loads and runs nothing. Its size does not grow with the number of SIMs. What was
     * nothing of has no section.
     *
     * @param digest what is shown
     * @param now when that is
     * @param full whether SIM ids are shown whole; else they are masked
     */
    public static String write(final Digest digest, final Instant now, final boolean full) {
        final SimNames sims = new SimNames(full);
        final List<Section> sections = Stream.of(
                        new EndsSection(digest, sims).section(),
                        new LeftSection(digest, sims).section(),
                        new UseSection(digest, sims).section(),
                        new TotalsSection(digest).section(),
                        new FailuresSection(digest).section(),
                        new AgesSection(digest).section(),
                        ReadingNotes.section(digest))
                .filter(section -> !section.parts().isEmpty())
                .toList();
        final Opening opening = new Opening(digest);
        final List<Markup> main = new ArrayList<>();
        main.add(contents(sections));
        sections.forEach(section -> main.add(section.markup()));
        return StaticPage.write(
                "Usage report: " + opening.headline(),
                CSS,
                List.of(
                        element("a", "Skip to the charts")
                                .as("skip")
                                .with("href", "#" + sections.get(0).id()),
                        opening.header(now, full),
                        element("main").holding(main)));
    }

    private static Element contents(final List<Section> sections) {
        return element(
                        "nav",
                        element("ul")
                                .holding(sections.stream()
                                        .map(section -> element(
                                                "li",
                                                element("a", section.title()).with("href", "#" + section.id())))
                                        .toList()))
                .with("aria-label", "Contents");
    }
}
