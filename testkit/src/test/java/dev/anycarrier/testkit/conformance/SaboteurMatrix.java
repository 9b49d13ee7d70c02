package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import dev.anycarrier.testkit.conformance.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which rule found which saboteur out, as a page and as a table. Thread-safe. */
final class SaboteurMatrix {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Saboteurs</title>
            <meta name="viewport" content="width=device-width">
            <style>
            :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
            body { margin: 1rem }
            div { overflow: auto; max-height: 85vh }
            table { border-collapse: collapse }
            th { position: sticky; font-weight: 500; text-align: left; background: Canvas; white-space: nowrap }
            thead th { top: 0; writing-mode: vertical-rl; padding: .3rem .1rem; z-index: 1 }
            tbody th { left: 0; padding-right: 1rem }
            td { border: 1px solid color-mix(in srgb, CanvasText 15%%, Canvas); text-align: center; min-width: 1.2rem }
            .own { background: #c0392b; color: #fff }
            .also { background: color-mix(in srgb, #c0392b 35%%, Canvas) }
            </style></head><body>
            <h1>%d saboteurs and %d rules</h1>
            <p>● the rule that has to find it out &nbsp; ○ another that did &nbsp; · kept or not tried</p>
            <div><table><thead><tr><th></th>%s</tr></thead><tbody>
            %s
            </tbody></table></div></body></html>
            """;

    private final Map<Saboteur, Set<String>> broken =
            new ConcurrentSkipListMap<>(Comparator.comparing(Saboteur::breaks).thenComparing(Saboteur::how));

    void add(final Saboteur saboteur, final List<RuleResult> results) {
        final Set<String> failed = results.stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .map(result -> result.rule().id())
                .collect(Collectors.toUnmodifiableSet());
        broken.merge(
                saboteur,
                failed,
                (before, more) ->
                        Stream.concat(before.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("saboteurs.html"), page());
        Files.writeString(folder.resolve("saboteurs.tsv"), table());
    }

    private String page() {
        final String heads = Rules.all().stream()
                .map(rule -> "<th title=\"" + escaped(rule.sentence()) + "\">" + rule.id() + "</th>")
                .collect(Collectors.joining());
        final String rows = broken.keySet().stream().map(this::row).collect(Collectors.joining("\n"));
        return PAGE.formatted(broken.size(), Rules.all().size(), heads, rows);
    }

    private String row(final Saboteur saboteur) {
        return "<tr><th>" + escaped(saboteur.breaks() + " a provider that " + saboteur.how()) + "</th>"
                + Rules.all().stream().map(rule -> cell(saboteur, rule)).collect(Collectors.joining()) + "</tr>";
    }

    private String cell(final Saboteur saboteur, final Rule rule) {
        if (!broken.getOrDefault(saboteur, Set.of()).contains(rule.id())) {
            return "<td>·</td>";
        }
        return rule.id().equals(saboteur.breaks()) ? "<td class=\"own\">●</td>" : "<td class=\"also\">○</td>";
    }

    /** A saboteur a line, and every rule that it broke. */
    private String table() {
        return broken.entrySet().stream()
                .map(entry -> entry.getKey() + "\t"
                        + entry.getValue().stream().sorted().collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
