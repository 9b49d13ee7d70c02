package dev.anycarrier.simulation.nodes;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every value was said by the carrier of that SIM, no longer ago than is claimed; a fresh one is no older than asked
 * for.
 */
final class HonestValues {

    /** The default maximum age of the carriers. */
    private static final Duration CACHE_TIME = Duration.ofMinutes(20);

    /** From when the carrier has said it to when it is known. */
    private static final Duration SLACK = Duration.ofMillis(100);

    private HonestValues() {}

    static void check(final NodesEvidence evidence, final Consumer<String> broken) {
        evidence.outcomes.forEach(
                outcome -> outcome.result().ifPresent(result -> check(evidence, outcome, result, broken)));
    }

    private static void check(
            final NodesEvidence evidence,
            final NodeOutcome outcome,
            final UsageResult result,
            final Consumer<String> broken) {
        final String said = Said.buckets(result.report());
        final List<LedgerEntry> answers = evidence.entries().stream()
                .filter(entry -> entry.purpose() == Purpose.BALANCE)
                .filter(entry -> entry.sim().equals(Optional.of(outcome.sim())))
                .filter(entry -> entry.said().equals(Optional.of(said)))
                .filter(entry -> entry.received() >= 0 && entry.received() <= outcome.ended())
                .toList();
        final long claimed = outcome.ended() - result.age().toNanos();
        if (answers.isEmpty()) {
            broken.accept("the carrier never said: " + outcome);
        } else if (answers.stream().noneMatch(entry -> entry.received() + SLACK.toNanos() >= claimed)) {
            broken.accept("older than it claims: " + outcome);
        }
        if (result instanceof UsageResult.Fresh fresh) {
            final Duration wanted = outcome.call().options().maximumAge().orElse(CACHE_TIME);
            final Duration longest = wanted.compareTo(CACHE_TIME) > 0 ? wanted : CACHE_TIME;
            if (fresh.age().compareTo(longest.plus(SLACK)) > 0) {
                broken.accept("fresh, and older than asked for: " + outcome);
            }
        }
    }
}
