package dev.anycarrier.cluster.sweep;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Failed;
import dev.anycarrier.sweep.SweepOutcome.Read;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.usage.SimRef;

/** Outcomes as they are kept, and back: without the SIM and its position, which the chunk knows. Not thread-safe. */
final class OutcomeCodec {

    static final short DONE = 0;
    static final short STALE = 1;
    static final short FAILED = 2;
    static final short SKIPPED = 3;

    private final Packing packing = new Packing();

    KeptOutcome write(final int place, final SweepOutcome outcome) {
        final Parts.Writer parts = new Parts.Writer();
        final short kind;
        if (outcome instanceof Read read) {
            kind = read.result() instanceof UsageResult.Fresh ? DONE : STALE;
            ResultParts.write(parts, read.result());
        } else if (outcome instanceof Failed failed) {
            kind = FAILED;
            FailureParts.write(parts, failed.failure());
        } else if (outcome instanceof Skipped skipped) {
            kind = SKIPPED;
            parts.word(skipped.reason());
        } else {
            throw new AssertionError(outcome.getClass());
        }
        return new KeptOutcome(place, kind, packing.pack(parts.bytes()));
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if this version cannot
     */
    SweepOutcome read(final KeptOutcome kept, final SimRef sim, final long position) {
        final Parts.Reader parts = new Parts.Reader(packing.unpack(kept.body()));
        return switch (kept.kind()) {
            case DONE -> new Read(sim, position, ResultParts.readFresh(parts));
            case STALE -> new Read(sim, position, ResultParts.readStale(parts));
            case FAILED -> new Failed(sim, position, FailureParts.read(parts));
            case SKIPPED -> new Skipped(sim, position, parts.word(Reason.class));
            default -> throw new IllegalArgumentException("an outcome is of a kind that this version does not know");
        };
    }
}
