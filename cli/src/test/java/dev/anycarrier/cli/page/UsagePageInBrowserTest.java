package dev.anycarrier.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.browser.testing.Browser;
import dev.anycarrier.browser.testing.Contrast;
import dev.anycarrier.browser.testing.Tab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as people see it: on a phone and on a desk, in light and in dark. */
@Tag("browser")
class UsagePageInBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path PAGE = Path.of("target", "pages", "usage.html").toAbsolutePath();

    private static Browser browser;

    @BeforeAll
    static void writes_the_page_and_starts_the_browser() throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, UsagePage.write(SampleLines.digest(), SampleLines.NOW, false));
        browser = Browser.start();
    }

    @AfterAll
    static void ends_the_browser() throws InterruptedException {
        if (browser != null) {
            browser.end();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, 800, light", "360, 800, dark", "1280, 900, light", "1280, 900, dark"})
    void the_page_fits_its_screen_can_be_read_and_asks_for_nothing(
            final int width, final int height, final String scheme) throws IOException {
        final Tab tab = open(width, height, scheme);
        tab.screenshot(SCREENSHOTS.resolve("usage-" + width + "-" + scheme + ".png"));

        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");

        assertThat(tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                        .intValue())
                .isZero();
        assertThat(tab.evaluate(Contrast.SCRIPT)).as("text without contrast").isEmpty();
        assertThat(tab.evaluate("[...document.querySelectorAll('.scroll')]"
                                + ".filter(box => box.tabIndex !== 0 || !box.getAttribute('aria-label')).length")
                        .intValue())
                .as("boxes that scroll and no key reaches")
                .isZero();
        assertThat(tab.requests()).containsExactly(uri().toString());
        assertThat(tab.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"360, light", "1280, dark"})
    void every_chart_has_a_title_and_columns_that_can_be_seen_inside_it(final int width, final String scheme) {
        final Tab tab = open(width, 900, scheme);

        final JsonNode charts = tab.evaluate("""
                [...document.querySelectorAll('svg.columns')].map(chart => {
                  const box = chart.getBoundingClientRect();
                  const columns = [...chart.querySelectorAll('g rect:not(.hit)')];
                  const paper = getComputedStyle(document.body).backgroundColor;
                  return {
                    title: chart.querySelector('title').textContent,
                    columns: columns.length,
                    unseen: columns.filter(one => {
                      const own = one.getBoundingClientRect();
                      const fill = getComputedStyle(one).fill;
                      return own.width < 1 || own.height <= 0 || own.left < box.left - 1 || own.right > box.right + 1
                          || own.top < box.top - 1 || own.bottom > box.bottom + 1 || fill === paper || fill === 'rgb(0, 0, 0)';
                    }).length
                  };
                })
                """);

        assertThat(charts).hasSize(4).allSatisfy(chart -> {
            assertThat(chart.get("title").asText()).isNotBlank();
            assertThat(chart.get("columns").asInt()).isPositive();
            assertThat(chart.get("unseen").asInt()).isZero();
        });
    }

    @Test
    void labels_of_an_axis_do_not_run_into_each_other() {
        for (final int width : new int[] {360, 1280}) {
            assertThat(open(width, 900, "light").evaluate("""
                            [...document.querySelectorAll('svg.ticks, svg.columns')].flatMap(svg => {
                              const boxes = [...svg.querySelectorAll(':scope > text')]
                                  .map(text => text.getBoundingClientRect()).filter(box => box.width > 0)
                                  .sort((one, other) => one.left - other.left);
                              return boxes.slice(1).filter((box, at) => box.left < boxes[at].right
                                  && box.top < boxes[at].bottom && boxes[at].top < box.bottom);
                            }).length
                            """).intValue())
                    .as("at a width of " + width)
                    .isZero();
        }
    }

    @Test
    void dark_is_darker_than_light() {
        assertThat(lightness("light")).isGreaterThan(220);
        assertThat(lightness("dark")).isLessThan(40);
    }

    private static int lightness(final String scheme) {
        return open(360, 800, scheme)
                .evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
                .intValue();
    }

    private static Tab open(final int width, final int height, final String scheme) {
        return Tab.open(browser, uri(), width, height, scheme);
    }

    private static URI uri() {
        return PAGE.toUri();
    }
}
