package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.simulation.fleet.Purpose;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** No walk has more pages than a walk may have or a page twice, and no question leads to more requests than attempts. */
final class Bounds {

    private static final int PAGES = 100;
    private static final int ATTEMPTS = 3;
    private static final int MOST_THREADS = 400;

    private Bounds() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final SimulatedCarrier carrier : evidence.fleet.carriers()) {
            pages(carrier, broken);
        }
        for (final CallOutcome outcome : evidence.calls) {
            requests(evidence, outcome, broken);
        }
        if (evidence.mostThreads > MOST_THREADS) {
            broken.accept(evidence.mostThreads + " threads at a time");
        }
        if (!evidence.broken.isEmpty()) {
            broken.accept(evidence.broken);
        }
    }

    private static void pages(final SimulatedCarrier carrier, final Consumer<String> broken) {
        final Map<String, Integer> turns = new HashMap<>();
        for (final LedgerEntry entry : carrier.ledger().entries()) {
            if (entry.purpose() == Purpose.SIM_RECORDS && !entry.cursor().isEmpty()) {
                if (entry.turn() > PAGES) {
                    broken.accept("page " + entry.turn() + " of a walk: " + entry);
                }
                final String page = entry.process() + " " + entry.sim() + " " + entry.cursor();
                if (turns.merge(page, 1, Integer::sum) == 2) {
                    broken.accept("a page of a walk twice: " + entry);
                }
            }
        }
    }

    /** A refused token makes two requests of one attempt; others may ask about the same SIM meanwhile. */
    private static void requests(final Evidence evidence, final CallOutcome outcome, final Consumer<String> broken) {
        final long others = evidence.calls.stream()
                .filter(other -> other.sim().equals(outcome.sim()))
                .filter(other -> other.begun() <= outcome.ended() && other.ended() >= outcome.begun())
                .count();
        final long sweeps = evidence.story.sweep().isPresent() ? 1 : 0;
        final long allowed = 2L * ATTEMPTS * (others + sweeps);
        final long requests = evidence.fleet.carrier(outcome.sim().account()).ledger().entries().stream()
                .filter(entry -> entry.purpose() == Purpose.BALANCE)
                .filter(entry ->
                        entry.sim().filter(outcome.sim().sim().value()::equals).isPresent())
                .filter(outcome::covers)
                .count();
        if (requests > allowed) {
            broken.accept(requests + " requests for " + outcome);
        }
    }
}
