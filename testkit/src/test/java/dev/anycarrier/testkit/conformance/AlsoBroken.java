package dev.anycarrier.testkit.conformance;

import dev.anycarrier.testkit.conformance.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules of other groups a saboteur may break besides its own: some wrongs can be seen from several sides. From
 * {@code also-broken.tsv} beside this class, a saboteur a line.
 */
record AlsoBroken(Map<String, Set<String>> rulesBySaboteur) {

    private static final String RESOURCE = "also-broken.tsv";
    private static final String ANY = "*";

    static AlsoBroken read() {
        try (InputStream input = AlsoBroken.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            final String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return new AlsoBroken(text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(columns -> columns[0], columns -> Set.of(columns[1].split(" ")))));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean may(final Saboteur saboteur, final Rule rule) {
        if (saboteur.mayBreak().contains(rule.id())) {
            return true;
        }
        final Set<String> others = rulesBySaboteur.getOrDefault(saboteur.toString(), Set.of());
        return rule.group() != saboteur.group() && (others.contains(ANY) || others.contains(rule.id()));
    }
}
