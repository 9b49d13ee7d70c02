package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.acme.AcmeProviderFactory;
import com.example.acme.simulator.AcmeSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.browser.testing.Browser;
import dev.anycarrier.browser.testing.Contrast;
import dev.anycarrier.browser.testing.Tab;
import dev.anycarrier.testkit.conformance.Conformance;
import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as people see them: on a phone and on a desk, in light and in dark. */
@Tag("browser")
class PagesInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path PAGES = Path.of("target", "pages").toAbsolutePath();

    private static Browser browser;

    @BeforeAll
    static void writes_the_reports_and_starts_the_browser() throws IOException {
        final ConformanceReport real = real();
        ReportFiles.write(SampleReport.ofEverything(), PAGES.resolve("samples"));
        ReportFiles.write(as("hostile", SampleReport.ofNothing()), PAGES.resolve("samples"));
        MatrixPage.write(PAGES.resolve("samples"));
        ReportFiles.write(real, PAGES.resolve("reports"));
        ReportFiles.write(OtherReport.of(real, "fjordcell", "Fjordcell", 7), PAGES.resolve("reports"));
        ReportFiles.write(OtherReport.of(real, "tatra-iot", "Tatra IoT", 23), PAGES.resolve("reports"));
        MatrixPage.write(PAGES.resolve("reports"));
        browser = Browser.start();
    }

    @AfterAll
    static void ends_the_browser() throws InterruptedException {
        if (browser != null) {
            browser.end();
        }
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        "samples/acme/index.html",
                        "samples/hostile/index.html",
                        "samples/index.html",
                        "reports/acme/index.html",
                        "reports/fjordcell/index.html",
                        "reports/index.html")
                .flatMap(page -> Stream.of(
                        Arguments.of(page, 360, 800, "light"),
                        Arguments.of(page, 360, 800, "dark"),
                        Arguments.of(page, 1280, 900, "light"),
                        Arguments.of(page, 1280, 900, "dark")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_fits_its_screen_can_be_read_and_asks_for_nothing(
            final String page, final int width, final int height, final String scheme) throws IOException {
        final URI address = address(page);
        final Tab tab = Tab.open(browser, address, width, height, scheme);
        tab.screenshot(SCREENSHOTS.resolve(
                page.replace("/index.html", "").replace("/", "-") + "-" + width + "-" + scheme + ".png"));

        tab.evaluate("document.querySelectorAll('details').forEach(rule => { rule.open = true; })");

        assertThat(tab.evaluate("innerWidth").intValue()).isEqualTo(width);
        assertThat(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                        .intValue())
                .isZero();
        assertThat(texts(tab.evaluate(Contrast.SCRIPT)))
                .as("text without contrast")
                .isEmpty();
        assertThat(texts(tab.evaluate("""
                        [...document.querySelectorAll('pre')]
                            .filter(box => box.scrollHeight > box.clientHeight + 1 && !box.hasAttribute('tabindex'))
                            .map(box => box.textContent.slice(0, 80))
                        """)))
                .as("boxes that scroll and no key reaches")
                .isEmpty();
        assertThat(tab.requests()).containsExactly(address.toString());
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    void dark_is_darker_than_light() {
        assertThat(lightness("light")).isGreaterThan(220);
        assertThat(lightness("dark")).isLessThan(40);
    }

    @Test
    void a_filter_leaves_what_was_asked_for() {
        final Tab tab = Tab.open(browser, address("samples/acme/index.html"), 360, 800, "light");

        assertThat(shown(tab, "show-all")).isEqualTo(10);
        assertThat(shown(tab, "show-failed")).isEqualTo(2);
        assertThat(shown(tab, "show-not-offered")).isEqualTo(1);
        assertThat(shown(tab, "show-all")).isEqualTo(10);
    }

    @Test
    void the_matrix_can_show_what_somebody_breaks() {
        final Tab tab = Tab.open(browser, address("samples/index.html"), 1280, 900, "light");

        final int all = shown(tab, "show-all");
        final int failed = shown(tab, "show-failed");
        final int differing = shown(tab, "show-differing");

        assertThat(failed).isEqualTo(2);
        assertThat(differing).isBetween(failed + 1, all);
    }

    @Test
    void a_real_report_is_what_the_schema_says() throws IOException {
        final Path json = PAGES.resolve("reports").resolve("acme").resolve(ReportFiles.JSON);

        assertThat(ReportSchema.violations(Files.readString(json))).isEmpty();
        assertThat(ReportReader.read(json).results(Outcome.NOT_RUN)).isEmpty();
    }

    private static int lightness(final String scheme) {
        final Tab tab = Tab.open(browser, address("samples/acme/index.html"), 360, 800, scheme);
        return tab.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
                .intValue();
    }

    private static int shown(final Tab tab, final String choice) {
        tab.evaluate("document.getElementById('" + choice + "').click()");
        return tab.evaluate(
                        "[...document.querySelectorAll('.rule')].filter(rule => rule.getClientRects().length > 0).length")
                .intValue();
    }

    private static Stream<String> texts(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::toString);
    }

    private static URI address(final String page) {
        return PAGES.resolve(page).toUri();
    }

    /** A run of the made-up carrier of these tests by all rules. */
    private static ConformanceReport real() {
        return Conformance.of(new AcmeProviderFactory(), new AcmeSimulator(), 1)
                .run("mvn test -Dtest=AcmeConformanceTest -Danycarrier-conformance.seed=1", result -> {});
    }

    private static ConformanceReport as(final String id, final ConformanceReport report) {
        return new ConformanceReport(
                OtherReport.subject(report.subject(), id, report.subject().displayName()),
                report.run(),
                report.verdict(),
                report.results(),
                report.drift());
    }
}
