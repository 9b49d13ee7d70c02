package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a run. Every time is of the carrier's clock, which neither jumps nor stands still.
 *
 * @param terms what had to be held to
 * @param ledger every request that arrived
 * @param holds the refusals that the carrier was told to give
 * @param troubles what befell nodes and store
 * @param nodes what the nodes said
 */
public record Evidence(
        Terms terms, List<Ledger.Entry> ledger, List<Hold> holds, List<Trouble> troubles, List<NodeStory> nodes) {

    /** Copies the lists, and puts the requests in the order of their times. */
    public Evidence {
        ledger =
                ledger.stream().sorted(Comparator.comparing(Ledger.Entry::time)).toList();
        holds = List.copyOf(holds);
        troubles = List.copyOf(troubles);
        nodes = List.copyOf(nodes);
    }

    /** The shortest span that one request more than a limit allows arrived in; empty if there were never so many. */
    public Optional<Duration> closest(final RateLimit limit) {
        return Windows.closest(limit, this);
    }

    List<Ledger.Entry> arrivals(final Purpose purpose) {
        return ledger.stream().filter(entry -> entry.purpose() == purpose).toList();
    }

    boolean isTroubled(final Instant start, final Instant end) {
        return troubles.stream().anyMatch(trouble -> trouble.touches(start, end));
    }

    /** A time as people compare it: since the first request. */
    String at(final Instant time) {
        final Instant first = ledger.isEmpty() ? time : ledger.get(0).time();
        return Duration.between(first, time).toMillis() + " ms";
    }
}
