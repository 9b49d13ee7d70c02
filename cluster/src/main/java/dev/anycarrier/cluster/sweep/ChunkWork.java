package dev.anycarrier.cluster.sweep;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.usage.SimRef;
import java.time.Duration;
import java.util.List;

/** Asks for the SIMs of a chunk, as a sweep of its own, and has the outcomes kept. Thread-safe. */
final class ChunkWork {

    /** After that, other lanes' turn may come. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Anycarrier carriers;
    private final LaneTable lanes;
    private final UnderWay underWay;
    private final TimeSource time;

    ChunkWork(final Anycarrier carriers, final LaneTable lanes, final UnderWay underWay, final TimeSource time) {
        this.carriers = carriers;
        this.lanes = lanes;
        this.underWay = underWay;
        this.time = time;
    }

    End work(final Claim claim, final Chunk chunk) {
        if (chunk.open().isEmpty()) {
            return End.COMPLETE;
        }
        final OutcomeKeeper keeper =
                new OutcomeKeeper(lanes, claim, chunk, underWay, time, time.nanoTime() + LONGEST.toNanos());
        try {
            sweep(claim, chunk, keeper);
            keeper.keep();
        } catch (final ClaimLostException e) {
            return End.CLAIM_LOST;
        }
        if (keeper.isComplete()) {
            return End.COMPLETE;
        }
        return keeper.isPossible() ? keeper.hasGoneOn() ? End.OPEN : End.IN_VAIN : End.NOT_POSSIBLE;
    }

    private void sweep(final Claim claim, final Chunk chunk, final OutcomeKeeper keeper) {
        final List<SimRef> sims = chunk.open().stream().map(PlacedSim::sim).toList();
        try (Sweep sweep = carriers.sweep(sims)
                .options(claim.options().forEachQuestion())
                .deadline(LONGEST)
                .listener(progress -> keeper.lookAfter())) {
            keeper.endsBy(sweep::cancel);
            underWay.add(sweep);
            try {
                sweep.run(keeper::accept);
            } finally {
                underWay.remove(sweep);
            }
        }
    }

    /** How it ended. */
    enum End {
        /** Every SIM has its outcome. */
        COMPLETE,
        /** Some have none yet. */
        OPEN,
        /** None has got one: their turn cannot come for a while. */
        IN_VAIN,
        /** Some have none yet, for want of something on our own side. */
        NOT_POSSIBLE,
        /** Somebody else works on it. */
        CLAIM_LOST
    }
}
