package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.store.StoreFault;
import dev.anycarrier.simulation.store.StoreFaults;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the laws say of a story of several nodes.
 *
 * @param story the story
 * @param broken the laws that were broken, and by what
 * @param log what happened
 */
public record NodesVerdict(NodesStory story, Map<NodesLaw, List<String>> broken, String log) {

    /** Of that many seeds one story is told twice. */
    public static final int TOLD_TWICE_ONE_IN = SameNodesStory.ONE_IN;

    private static final int SHOWN = 5;

    /** Plays a story and judges it. */
    public static NodesVerdict of(final NodesStory story) {
        final NodesEvidence evidence = NodesRun.play(story);
        final Map<NodesLaw, List<String>> broken = new EnumMap<>(NodesLaw.class);
        for (final NodesLaw law : NodesLaw.values()) {
            final List<String> found = law.broken(evidence);
            if (!found.isEmpty()) {
                broken.put(law, found);
            }
        }
        if (!evidence.broken.isEmpty()) {
            broken.computeIfAbsent(NodesLaw.ONE_OUTCOME, missing -> new ArrayList<>())
                    .add(evidence.broken);
        }
        return new NodesVerdict(story, broken, evidence.log);
    }

    /** Whether every law held. */
    public boolean holds() {
        return broken.isEmpty();
    }

    /** Takes faults away one by one as long as one of the same laws is still broken. */
    public NodesVerdict shrunk() {
        NodesVerdict smallest = this;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (final NodesStory less : smallest.less()) {
                final NodesVerdict without = of(less);
                if (without.broken.keySet().stream().anyMatch(broken::containsKey)) {
                    smallest = without;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private List<NodesStory> less() {
        final List<NodesStory> less = new ArrayList<>();
        for (final Fault fault : story.faults().all()) {
            less.add(story.with(story.faults().without(fault), story.storeFaults()));
        }
        for (final StoreFault fault : story.storeFaults().all()) {
            final List<StoreFault> others = story.storeFaults().all().stream()
                    .filter(other -> !other.equals(fault))
                    .toList();
            less.add(story.with(story.faults(), new StoreFaults(others)));
        }
        return less;
    }

    /** Seed, what is left of the faults, what is broken, and how to see it again. */
    public String report() {
        final StringBuilder text = new StringBuilder("seed " + story.seed() + " breaks " + broken.keySet());
        text.append("\n  slack ").append(story.slack()).append(", interval ").append(story.interval());
        text.append("\n  carrier ").append(story.carrier());
        story.faults().all().forEach(fault -> text.append("\n  fault ").append(fault));
        story.storeFaults().all().forEach(fault -> text.append("\n  fault ").append(fault));
        broken.forEach((law, found) -> found.stream()
                .limit(SHOWN)
                .forEach(what -> text.append("\n  ").append(law).append(": ").append(what)));
        return text.append("\nrepeat with: mvn -q verify -pl simulation -am -Dtest=NodesSimulationTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.nodes.seed=" + story.seed())
                .toString();
    }
}
