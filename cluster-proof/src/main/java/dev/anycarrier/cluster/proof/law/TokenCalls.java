package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** How soon one token follows the other. */
final class TokenCalls {

    private static final int UNAUTHENTICATED = 401;

    private TokenCalls() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        if (!evidence.terms().sharesTokens()) {
            return;
        }
        final List<Ledger.Entry> calls = evidence.arrivals(Purpose.TOKEN);
        for (int i = 1; i < calls.size(); i++) {
            final Instant before = calls.get(i - 1).time();
            final Instant now = calls.get(i).time();
            final Duration span = Duration.between(before, now);
            if (span.compareTo(evidence.terms().tokenLifetime().dividedBy(2)) < 0
                    && !evidence.isTroubled(before, now)
                    && !refused(evidence, before, now)) {
                broken.accept(
                        "a token was fetched " + span.toMillis() + " ms after the one before, at " + evidence.at(now));
            }
        }
    }

    private static boolean refused(final Evidence evidence, final Instant from, final Instant until) {
        return evidence.arrivals(Purpose.USAGE).stream()
                .anyMatch(entry -> entry.status() == UNAUTHENTICATED
                        && !entry.time().isBefore(from)
                        && !entry.time().isAfter(until));
    }
}
