package dev.anycarrier.cluster.proof.law;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the laws say of a run.
 *
 * @param broken the laws that were broken, and by what; empty if all of them hold
 */
public record Verdict(Map<Law, List<String>> broken) {

    private static final int SHOWN = 5;

    /** Copies the map. */
    public Verdict {
        final Map<Law, List<String>> copy = new EnumMap<>(Law.class);
        copy.putAll(broken);
        broken = Collections.unmodifiableMap(copy);
    }

    /** Judges a run. */
    public static Verdict of(final Evidence evidence) {
        final Map<Law, List<String>> broken = new EnumMap<>(Law.class);
        for (final Law law : Law.values()) {
            final List<String> found = law.broken(evidence);
            if (!found.isEmpty()) {
                broken.put(law, found);
            }
        }
        return new Verdict(broken);
    }

    /** Whether all laws hold. */
    public boolean holds() {
        return broken.isEmpty();
    }

    /** What is broken, a line each. */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(broken.isEmpty() ? "all laws hold" : "broken:");
        broken.forEach((law, found) -> {
            found.stream()
                    .limit(SHOWN)
                    .forEach(
                            what -> text.append("\n  ").append(law).append(": ").append(what));
            if (found.size() > SHOWN) {
                text.append("\n  ")
                        .append(law)
                        .append(": and ")
                        .append(found.size() - SHOWN)
                        .append(" more");
            }
        });
        return text.toString();
    }
}
