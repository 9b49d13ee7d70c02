package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** When nothing may arrive. */
final class Quiet {

    /** What the refusal takes to the node, and from there to the store. */
    private static final Duration TELLING = Duration.ofMillis(250);

    private Quiet() {}

    static void whileHeld(final Evidence evidence, final Consumer<String> broken) {
        for (final Hold hold : evidence.holds()) {
            final Instant known = hold.from().plus(TELLING);
            // Whoever was refused may not have lived to tell, or had nobody to tell it to, or was not remembered by it.
            if (!evidence.isTroubled(hold.from(), known) && !wasForgotten(evidence, hold)) {
                final Instant quiet = known.plus(evidence.terms().slack());
                between(evidence.arrivals(Purpose.USAGE), quiet, hold.until())
                        .forEach(entry -> broken.accept("asked at " + evidence.at(entry.time()) + ", held from "
                                + evidence.at(hold.from()) + " to " + evidence.at(hold.until())));
            }
        }
    }

    static void withoutStore(final Evidence evidence, final Consumer<String> broken) {
        for (final Trouble trouble : evidence.troubles()) {
            if (trouble.kind().ofStore()) {
                final Instant quiet = trouble.from().plus(evidence.terms().slack());
                between(evidence.ledger(), quiet, trouble.until())
                        .forEach(entry -> broken.accept("at " + evidence.at(entry.time()) + " a request of "
                                + entry.purpose() + ", no store from " + evidence.at(trouble.from()) + " to "
                                + evidence.at(trouble.until())));
                if (trouble.kind().anew()) {
                    between(
                                    evidence.arrivals(Purpose.USAGE),
                                    trouble.until(),
                                    trouble.until().plus(accountWindow(evidence.terms())))
                            .forEach(entry -> broken.accept("asked at " + evidence.at(entry.time())
                                    + ", of a store that began at " + evidence.at(trouble.until()) + " or later"));
                }
            }
        }
    }

    private static boolean wasForgotten(final Evidence evidence, final Hold hold) {
        return evidence.troubles().stream()
                .anyMatch(trouble ->
                        trouble.kind() == Trouble.Kind.STORE_EMPTIED && trouble.touches(hold.from(), hold.until()));
    }

    private static Duration accountWindow(final Terms terms) {
        return terms.limits().stream()
                .filter(limit -> limit.scope() == LimitScope.ACCOUNT)
                .map(RateLimit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static List<Ledger.Entry> between(
            final List<Ledger.Entry> entries, final Instant from, final Instant until) {
        return entries.stream()
                .filter(entry -> entry.time().isAfter(from) && entry.time().isBefore(until))
                .toList();
    }
}
