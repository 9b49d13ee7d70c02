package dev.anycarrier.cluster.proof.law;

import dev.anycarrier.testkit.Ledger;
import java.util.function.Consumer;

/** How often the carrier had enough. */
final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;

    private Refusals() {}

    static void check(final Evidence evidence, final Consumer<String> broken) {
        for (final Ledger.Entry entry : evidence.ledger()) {
            final boolean told =
                    evidence.holds().stream().anyMatch(hold -> hold.from().equals(entry.time()));
            if (entry.status() == TOO_MANY_REQUESTS && !told) {
                broken.accept(
                        "the carrier refused a request of " + entry.purpose() + " at " + evidence.at(entry.time()));
            }
        }
    }
}
