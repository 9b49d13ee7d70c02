package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes the outcomes of a chunk and keeps them, some at a time. While the database is away it waits for it, and the sweep
 * with it. For the one thread that runs the sweep.
 */
final class OutcomeKeeper {

    private static final int AT_ONCE = 256;
    private static final long LONGEST_UNKEPT = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOKS_AFTER_CLAIM = TimeUnit.SECONDS.toNanos(3);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final LaneTable lanes;
    private final Claim claim;
    private final Chunk chunk;
    private final UnderWay underWay;
    private final TimeSource time;
    private final long chunkEnds;
    private final OutcomeCodec codec = new OutcomeCodec();
    private final List<SweepOutcome> unkept = new ArrayList<>();
    private long lastKept;
    private int kept;
    private boolean onOwnSide;
    private boolean lost;
    private Runnable end = () -> {};

    OutcomeKeeper(
            final LaneTable lanes,
            final Claim claim,
            final Chunk chunk,
            final UnderWay underWay,
            final TimeSource time,
            final long chunkEnds) {
        this.lanes = lanes;
        this.claim = claim;
        this.chunk = chunk;
        this.underWay = underWay;
        this.time = time;
        this.chunkEnds = chunkEnds;
        this.lastKept = time.nanoTime();
    }

    /** What ends the sweep, if that is known here first. */
    void endsBy(final Runnable newEnd) {
        end = newEnd;
    }

    /**
     * Takes an outcome.
     *
     * @throws ClaimLostException if somebody else works on the lane by now
     */
    void accept(final SweepOutcome outcome) {
        if (lost) {
            throw new ClaimLostException();
        }
        switch (Worth.of(outcome, time.nanoTime() - chunkEnds >= 0)) {
            case KEPT -> {
                unkept.add(outcome);
                if (unkept.size() >= AT_ONCE) {
                    keep();
                }
            }
            case ASKED_AGAIN_LATER -> {
                onOwnSide = true;
                end.run();
            }
            case ASKED_AGAIN -> {}
        }
    }

    /** Is called now and then: what waits is kept, and it is seen whether the claim still holds. */
    void lookAfter() {
        final long since = time.nanoTime() - lastKept;
        if (!lost && since >= (unkept.isEmpty() ? LOOKS_AFTER_CLAIM : LONGEST_UNKEPT)) {
            try {
                keep();
            } catch (final ClaimLostException e) {
                end.run();
            }
        }
    }

    /**
     * Keeps what is not kept yet.
     *
     * @throws ClaimLostException if somebody else works on the lane by now
     */
    void keep() {
        final List<KeptOutcome> written = unkept.stream().map(this::written).toList();
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                lost = !lanes.keep(claim, chunk.id(), written);
                break;
            } catch (final UsageException away) {
                if (underWay.isClosing()) {
                    throw away;
                }
                pause(wait, away);
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
        if (lost) {
            throw new ClaimLostException();
        }
        kept += written.size();
        unkept.clear();
        lastKept = time.nanoTime();
    }

    /** Whether all that was open is kept. */
    boolean isComplete() {
        return kept == chunk.open().size();
    }

    /** Whether any was kept. */
    boolean hasGoneOn() {
        return kept > 0;
    }

    /** Whether nothing was missing on our own side. */
    boolean isPossible() {
        return !onOwnSide;
    }

    private KeptOutcome written(final SweepOutcome outcome) {
        final PlacedSim sim = chunk.open().get((int) outcome.position());
        return codec.write(sim.place(), outcome);
    }

    private void pause(final Duration wait, final UsageException away) {
        try {
            time.sleep(wait);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
