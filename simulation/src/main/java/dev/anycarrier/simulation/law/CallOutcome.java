package dev.anycarrier.simulation.law;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.simulation.fleet.LedgerEntry;
import dev.anycarrier.usage.SimRef;
import java.util.Optional;

/**
 * What one question ended in. Times are nanoseconds since the start.
 *
 * @param client who asked
 * @param process the client's process
 * @param call what was asked
 * @param sim the SIM as it was asked for
 * @param begun when it was asked
 * @param ended when it had its answer
 * @param result the answer, if it was one
 * @param failure what was thrown instead
 * @param interrupted when the caller was interrupted, if it was while it waited
 * @param flagKept whether the caller's interrupt flag was set at the end
 * @param closing whether the account or its owner was closed before the end
 */
record CallOutcome(
        String client,
        String process,
        PlannedCall call,
        SimRef sim,
        long begun,
        long ended,
        Optional<UsageResult> result,
        Optional<Throwable> failure,
        Optional<Long> interrupted,
        boolean flagKept,
        boolean closing) {

    /** Whether a request could have been meant for this question. */
    boolean covers(final LedgerEntry entry) {
        return entry.written() >= begun && entry.written() <= ended;
    }
}
