package dev.anycarrier.simulation.law;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the laws say of a story.
 *
 * @param story the story
 * @param broken the laws that were broken, and by what
 * @param log what happened
 */
public record Verdict(Story story, Map<Law, List<String>> broken, String log) {

    /** Of that many seeds one story is told twice. */
    public static final int TOLD_TWICE_ONE_IN = SameStory.ONE_IN;

    private static final int SHOWN = 5;

    /** Plays a story and judges it. */
    public static Verdict of(final Story story, final Coverage coverage) {
        final Evidence evidence = StoryRun.play(story, coverage);
        final Map<Law, List<String>> broken = new EnumMap<>(Law.class);
        for (final Law law : Law.values()) {
            final List<String> found = law.broken(evidence);
            if (!found.isEmpty()) {
                broken.put(law, found);
            }
        }
        return new Verdict(story, broken, evidence.log);
    }

    /** Whether every law held. */
    public boolean holds() {
        return broken.isEmpty();
    }

    /** Takes faults away one by one as long as one of the same laws is still broken. */
    public Verdict shrunk() {
        Verdict smallest = this;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (final var fault : smallest.story.faults().all()) {
                final Verdict without =
                        of(smallest.story.with(smallest.story.faults().without(fault)), new Coverage());
                if (without.broken.keySet().stream().anyMatch(broken::containsKey)) {
                    smallest = without;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Seed, what is left of the faults, what is broken, and how to see it again. */
    public String report() {
        final StringBuilder text = new StringBuilder("seed " + story.seed() + " breaks " + broken.keySet());
        story.faults().all().forEach(fault -> text.append("\n  fault ").append(fault));
        broken.forEach((law, found) -> found.stream()
                .limit(SHOWN)
                .forEach(what -> text.append("\n  ").append(law).append(": ").append(what)));
        return text.append("\nrepeat with: mvn -q verify -pl simulation -am -Dtest=SimulationTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=" + story.seed()
                        + " -Dsimulation.faults="
                        + story.faults().all().stream()
                                .map(fault -> Integer.toString(fault.number()))
                                .collect(Collectors.joining(",")))
                .toString();
    }
}
