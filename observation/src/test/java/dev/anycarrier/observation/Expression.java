package dev.anycarrier.observation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of a PromQL expression as a renamed metric, label or value would break. */
record Expression(String text) {

    private static final Pattern SELECTOR = Pattern.compile("(anycarrier_[a-z_]+)(?:\\{([^}]*)})?");
    private static final Pattern CONDITION = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern LIST = Pattern.compile("(?:by|on) \\(([^)]*)\\)");

    /** A metric and what is asked of its labels. */
    record Selector(String metric, List<Condition> conditions) {}

    /** A label and the values that it is compared with; none if they are a variable's. */
    record Condition(String label, List<String> values) {}

    List<Selector> selectors() {
        return SELECTOR.matcher(text)
                .results()
                .map(found -> new Selector(found.group(1), conditions(found)))
                .toList();
    }

    /** The labels that results are grouped by or joined on. */
    List<String> grouped() {
        return LIST.matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static List<Condition> conditions(final MatchResult selector) {
        return selector.group(2) == null
                ? List.of()
                : CONDITION
                        .matcher(selector.group(2))
                        .results()
                        .map(found -> new Condition(found.group(1), values(found.group(2))))
                        .toList();
    }

    private static List<String> values(final String text) {
        return text.startsWith("$") ? List.of() : List.of(text.split("\\|", -1));
    }
}
