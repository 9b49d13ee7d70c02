package dev.anycarrier.simulation.law;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepSource;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that somebody got, in a call or a sweep.
 *
 * @param process the client's process
 * @param sim the SIM that was asked for
 * @param begun when it was asked; of a sweep, not known and 0
 * @param ended when the answer was there
 * @param result the answer
 * @param options how it was asked
 */
record Answered(String process, SimRef sim, long begun, long ended, UsageResult result, CallOptions options) {

    /** All of them that come from questions about one SIM. */
    static List<Answered> all(final Evidence evidence) {
        final List<Answered> all = new ArrayList<>();
        for (final CallOutcome outcome : evidence.calls) {
            outcome.result()
                    .ifPresent(result -> all.add(new Answered(
                            outcome.process(),
                            outcome.sim(),
                            outcome.begun(),
                            outcome.ended(),
                            result,
                            outcome.call().options())));
        }
        for (final Delivered delivered : evidence.delivered) {
            if (delivered.outcome() instanceof SweepOutcome.Read read) {
                all.add(new Answered(
                        delivered.process(), read.sim(), 0, delivered.at(), read.result(), CallOptions.defaults()));
            }
        }
        return all;
    }

    boolean isFromRecords(final Evidence evidence) {
        return begun == 0
                && evidence.story.sweep().isPresent()
                && evidence.story.sweep().get().source() == SweepSource.RECORDS
                && result.report().provider().equals("onomondo");
    }

    @Override
    public String toString() {
        return process + " " + sim + " from " + begun + " to " + ended + ": " + Shown.of(result);
    }
}
