package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.testkit.conformance.trial.Stopwatch;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Instant;
import java.util.Optional;

/**
 * A question about a SIM, and how it ended.
 *
 * @param sim the SIM
 * @param asked when it was asked
 * @param ended when it had ended
 * @param report the answer, if there was one
 * @param failure the failure, if there was none
 */
record Question(
        SimId sim, Instant asked, Instant ended, Optional<UsageReport> report, Optional<UsageException> failure) {

    static Question ask(final CarrierAccount account, final SimId sim) {
        final Instant asked = Stopwatch.now();
        try {
            final UsageReport report = account.usage(sim);
            return new Question(sim, asked, Stopwatch.now(), Optional.of(report), Optional.empty());
        } catch (final UsageException e) {
            return new Question(sim, asked, Stopwatch.now(), Optional.empty(), Optional.of(e));
        }
    }
}
