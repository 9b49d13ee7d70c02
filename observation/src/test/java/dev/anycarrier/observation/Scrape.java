package dev.anycarrier.observation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus is told: the names of samples, and the labels of each. */
final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("(anycarrier_[a-z_]+)(?:\\{([^}]*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    private final String text;
    private final Map<String, Set<String>> labels = new TreeMap<>();

    private Scrape(final String text) {
        this.text = text;
    }

    static Scrape of(final String text) {
        final Scrape scrape = new Scrape(text);
        text.lines().forEach(scrape::read);
        return scrape;
    }

    private void read(final String line) {
        final Matcher sample = SAMPLE.matcher(line);
        if (sample.lookingAt()) {
            final Set<String> own = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            Optional.ofNullable(sample.group(2))
                    .ifPresent(all -> LABEL.matcher(all).results().forEach(label -> own.add(label.group(1))));
        }
    }

    /** By the names of samples, such as {@code anycarrier_call_seconds_count}. */
    Map<String, Set<String>> labels() {
        return labels;
    }

    /** The value of the only sample of that name whose labels these texts are in. */
    double value(final String name, final String... wanted) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Set.of(wanted).stream().allMatch(line::contains))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one " + name);
                })
                .orElseThrow(() -> new AssertionError("no " + name + " " + Set.of(wanted) + " in\n" + text));
    }
}
