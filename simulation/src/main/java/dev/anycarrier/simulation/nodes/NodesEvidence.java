package dev.anycarrier.simulation.nodes;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.simulation.store.StoreFaultKind;
import dev.anycarrier.simulation.store.StoreTalk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a story of several nodes leaves behind to be judged by. Written by one thread at a time. */
final class NodesEvidence {

    final NodesStory story;
    final SimulatedCarrier carrier;
    final StoreTalk talk;
    final List<NodeOutcome> outcomes = new ArrayList<>();
    final Map<String, Long> deaths = new LinkedHashMap<>();
    final List<String> underWay = new ArrayList<>();
    long asked;
    String log = "";
    String logHash = "";
    String broken = "";

    NodesEvidence(final NodesStory story, final SimulatedCarrier carrier, final StoreTalk talk) {
        this.story = story;
        this.carrier = carrier;
        this.talk = talk;
    }

    /** What the carrier saw. */
    List<LedgerEntry> entries() {
        return carrier.ledger().entries();
    }

    /** What threads that stand still can add to a time: they do not notice that it passes. */
    Duration standstill() {
        return Duration.ofMillis(story.storeFaults().of(StoreFaultKind.STANDSTILL).stream()
                .mapToLong(still -> 4 * still.amount())
                .sum());
    }

    /** Whether a process lived that long. */
    boolean livedUntil(final String process, final long time) {
        final Long death = deaths.get(process);
        return death == null || death > time;
    }
}
