package dev.anycarrier.cli;

import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.time.Instant;
import java.util.Optional;

/** What records are asked of: an account, or one SIM of it. */
record RecordTarget(String account, Optional<SimId> sim) {

    /**
     * Reads {@code account} or {@code account:sim}.
     *
     * @throws UsageError if it is neither
     */
    static RecordTarget parse(final String text) {
        try {
            if (text.indexOf(':') < 0) {
                if (!SimRef.isAccountName(text)) {
                    throw new UsageError("the first argument is an account, or a SIM as account:id");
                }
                return new RecordTarget(text, Optional.empty());
            }
            final SimRef sim = SimRef.parse(text);
            return new RecordTarget(sim.account(), Optional.of(sim.sim()));
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The question.
     *
     * @throws UsageError if the window is empty or reversed, or the country is none
     */
    UsageRecordQuery query(final Instant from, final Instant to, final Optional<String> country) {
        try {
            return new UsageRecordQuery(from, to, sim, country);
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
