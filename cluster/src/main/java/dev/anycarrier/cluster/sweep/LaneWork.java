package dev.anycarrier.cluster.sweep;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.anycarrier.cluster.sweep.ChunkWork.End;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a node does with a lane that it has picked: chunks, one after the other, until others' turn comes. Thread-safe. */
final class LaneWork {

    /** The name of the tasks, one for each lane. */
    static final String TASK = "anycarrier-sweep-lane";

    private static final long TURN = TimeUnit.SECONDS.toNanos(10);

    /** Some SIMs may be held for long, and others of their account not; but if none of so many chunks goes on, all wait. */
    private static final int MOST_IN_VAIN = 3;

    private static final Duration PUT_OFF = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final LaneTable lanes;
    private final ChunkWork chunks;
    private final DatabaseClock clock;
    private final UnderWay underWay;
    private final TimeSource time;
    private final Runnable lookForMore;

    LaneWork(
            final LaneTable lanes,
            final ChunkWork chunks,
            final DatabaseClock clock,
            final UnderWay underWay,
            final TimeSource time,
            final Runnable lookForMore) {
        this.lanes = lanes;
        this.chunks = chunks;
        this.clock = clock;
        this.underWay = underWay;
        this.time = time;
        this.lookForMore = lookForMore;
    }

    /** The task that does it. */
    Task<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAILURE))
                .onDeadExecutionRevive()
                .execute(this::execute);
    }

    private CompletionHandler<Void> execute(final TaskInstance<Void> lane, final ExecutionContext context) {
        final Optional<Claim> claim = lanes.claim(Integer.parseInt(lane.getId()), context.getExecution().version);
        return claim.isPresent() ? work(claim.get()) : leaveToOthers();
    }

    private CompletionHandler<Void> work(final Claim claim) {
        final long turnEnds = time.nanoTime() + TURN;
        int inVain = 0;
        for (Optional<Chunk> next = lanes.nextChunk(claim); next.isPresent(); next = lanes.nextChunk(claim)) {
            if (underWay.isClosing() || time.nanoTime() - turnEnds > 0) {
                return goOn(Duration.ZERO);
            }
            final End end = chunks.work(claim, next.get());
            if (end == End.CLAIM_LOST || !lanes.pass(claim, next.get(), end == End.COMPLETE)) {
                return leaveToOthers();
            }
            inVain = end == End.IN_VAIN ? inVain + 1 : 0;
            if (end == End.NOT_POSSIBLE || inVain == MOST_IN_VAIN) {
                return goOn(PUT_OFF);
            }
        }
        return ended((complete, task) -> {
            task.remove();
            lookForMore.run();
        });
    }

    private CompletionHandler<Void> goOn(final Duration later) {
        return ended((complete, task) -> task.reschedule(complete, clock.now().plus(later)));
    }

    private static CompletionHandler<Void> ended(final CompletionHandler<Void> how) {
        return (complete, operations) -> {
            try {
                how.complete(complete, operations);
            } catch (final ExecutionException taken) {
                // The database was away for so long that this node was missed: whoever has the task goes on with it.
                return;
            }
        };
    }

    /** The task is not this node's any more, so its completion is not either. */
    private static CompletionHandler<Void> leaveToOthers() {
        return (complete, operations) -> {};
    }
}
