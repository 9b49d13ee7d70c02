package dev.anycarrier.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.anycarrier.observation.Expression.Condition;
import dev.anycarrier.observation.Expression.Selector;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.BreakerState;
import dev.anycarrier.watch.CacheUse;
import dev.anycarrier.watch.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the dashboard, the alerts and the document name is what is really told, so that nothing is renamed unnoticed. */
class DashboardTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{ ?(?:\\$labels\\.)?([a-z_]+) ?}}");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), ([a-z_]+)\\)");
    private static final Pattern ROW = Pattern.compile("\\| `(anycarrier_[a-z_]+)` \\| ([^|]*)\\|.*");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");

    private static Scrape scrape;

    @BeforeAll
    static void play() {
        try (Scene scene = new Scene()) {
            scene.play();
            scrape = Scrape.of(scene.meters().scrape());
        }
    }

    @Test
    void every_panel_of_the_dashboard_shows_what_is_told() throws IOException {
        final JsonNode dashboard = new ObjectMapper()
                .readTree(DOCS.resolve("observation/grafana-dashboard.json").toFile());
        final List<JsonNode> targets = each(dashboard.get("panels"))
                .flatMap(panel -> each(panel.path("targets")))
                .toList();
        assertThat(targets).hasSizeGreaterThan(20);
        for (final JsonNode target : targets) {
            isTold(target.get("expr").textValue(), target.get("legendFormat").textValue());
        }
    }

    @Test
    void every_variable_of_the_dashboard_takes_its_values_from_what_is_told() throws IOException {
        final JsonNode dashboard = new ObjectMapper()
                .readTree(DOCS.resolve("observation/grafana-dashboard.json").toFile());
        final List<String> queries = each(dashboard.at("/templating/list"))
                .filter(variable -> variable.get("type").textValue().equals("query"))
                .map(variable -> variable.at("/query/query").textValue())
                .toList();
        assertThat(queries).hasSize(2).allSatisfy(query -> {
            final var parts = LABEL_VALUES.matcher(query);
            assertThat(parts.matches()).isTrue();
            isTold(parts.group(1), "{{" + parts.group(2) + "}}");
        });
    }

    @Test
    void every_alert_watches_what_is_told() throws IOException {
        final List<JsonNode> rules = alertRules();
        assertThat(rules).hasSizeGreaterThan(8);
        assertThat(rules).extracting(rule -> rule.get("alert").textValue()).doesNotHaveDuplicates();
        for (final JsonNode rule : rules) {
            final JsonNode texts = rule.get("annotations");
            isTold(
                    rule.get("expr").textValue(),
                    texts.get("summary").textValue() + texts.get("description").textValue());
        }
    }

    @Test
    void an_alert_about_something_that_happens_once_does_not_wait_until_it_is_forgotten() throws IOException {
        assertThat(alertRules())
                .filteredOn(rule -> rule.get("expr").textValue().contains("increase("))
                .hasSizeGreaterThan(2)
                .noneMatch(rule -> rule.has("for"));
    }

    private static List<JsonNode> alertRules() throws IOException {
        final JsonNode alerts = new ObjectMapper(new YAMLFactory())
                .readTree(DOCS.resolve("observation/prometheus-alerts.yaml").toFile());
        return each(alerts.get("groups"))
                .flatMap(group -> each(group.get("rules")))
                .toList();
    }

    @Test
    void the_document_lists_every_metric_with_its_labels() throws IOException {
        final Map<String, Set<String>> listed = new TreeMap<>();
        Files.readString(DOCS.resolve("observation.md"))
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> listed.put(
                        row.group(1),
                        QUOTED.matcher(row.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        final Map<String, Set<String>> told = new TreeMap<>();
        scrape.labels().forEach((sample, labels) -> {
            final Set<String> own = new TreeSet<>(labels);
            own.remove("le");
            told.put(sample.replaceFirst("_seconds_(count|sum|max|bucket)$", "_seconds"), own);
        });
        assertThat(listed).isEqualTo(told);
    }

    private static void isTold(final String text, final String shown) {
        final Expression expression = new Expression(text);
        assertThat(expression.selectors()).as(text).isNotEmpty();
        for (final Selector selector : expression.selectors()) {
            assertThat(scrape.labels()).as(text).containsKey(selector.metric());
            final Set<String> labels = scrape.labels().get(selector.metric());
            assertThat(labels).as(text).containsAll(expression.grouped());
            for (final Condition condition : selector.conditions()) {
                assertThat(labels).as(text).contains(condition.label());
                assertThat(words(condition.label())).as(text).containsAll(condition.values());
            }
            final List<String> named =
                    SHOWN.matcher(shown).results().map(found -> found.group(1)).toList();
            assertThat(expression.grouped().isEmpty() ? labels : Set.copyOf(expression.grouped()))
                    .as(text + " as " + shown)
                    .containsAll(named);
        }
    }

    /** The words that a label may be compared with. */
    private static Set<String> words(final String label) {
        final Stream<String> words = switch (label) {
            case "cache" -> words(CacheUse.values());
            case "outcome" ->
                Stream.concat(
                        Stream.of("success", "stale", "redirection", "client_error", "server_error", "failed"),
                        words(Kind.values()));
            case "cause" -> words(UnavailableCause.values());
            case "operation" -> words(Operation.values());
            case "scope" -> words(LimitScope.values());
            case "state" -> Stream.concat(words(BreakerState.values()), words(SweepCount.values()));
            case "status" -> Stream.of("429");
            default -> Stream.of();
        };
        return words.collect(Collectors.toSet());
    }

    private static Stream<String> words(final Enum<?>... values) {
        return Stream.of(values).map(Words::of);
    }

    private static Stream<JsonNode> each(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
