package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.UsageReport;
import java.time.Instant;

/** Which of two reports about one SIM tells the later truth. */
final class Order {

    private Order() {}

    /**
     * Whether {@code after} may replace {@code before}: by the carrier's times of observation where both have one, else by
     * the times of receipt; if these are the same, the new one may.
     *
     * @param now the wall clock. A report received later than that was stamped before the clock was set back, so that its
     *     time says nothing about the order
     */
    static boolean replaces(final UsageReport before, final UsageReport after, final Instant now) {
        if (before.observedAt().isPresent() && after.observedAt().isPresent()) {
            return !after.observedAt().get().isBefore(before.observedAt().get());
        }
        return !after.fetchedAt().isBefore(before.fetchedAt())
                || before.fetchedAt().isAfter(now);
    }
}
