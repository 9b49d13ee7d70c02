package dev.anycarrier.simulation.nodes;

import dev.anycarrier.call.UsageResult;
import java.util.Optional;

/**
 * What one question ended in. Times are nanoseconds since the start.
 *
 * @param process the node's process
 * @param call what was asked
 * @param sim the SIM as the carrier names it
 * @param begun when it was asked
 * @param ended when it had its answer
 * @param result the answer, if it was one
 * @param failure what was thrown instead
 */
record NodeOutcome(
        String process,
        NodeCall call,
        String sim,
        long begun,
        long ended,
        Optional<UsageResult> result,
        Optional<Throwable> failure) {}
