package dev.anycarrier.engine.sweep;

import dev.anycarrier.sweep.SweepOutcome.Reason;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/** A worker of a lane that asks about one SIM after the other. */
final class LaneWorker {

    private final Lane lane;
    private final Asking asking;
    private final HandOver<Delivery> outcomes;
    private final Runnable helper;
    private final int maximum;

    /**
     * A worker.
     *
     * @param helper starts another one like this
     * @param maximum how many there may be
     */
    LaneWorker(
            final Lane lane,
            final Asking asking,
            final HandOver<Delivery> outcomes,
            final Runnable helper,
            final int maximum) {
        this.lane = lane;
        this.asking = asking;
        this.outcomes = outcomes;
        this.helper = helper;
        this.maximum = maximum;
    }

    /** Works until there is nothing left, or the sweep is closed. */
    void work(final Crew.Member member) {
        for (Optional<Pending> next = lane.take(); next.isPresent(); next = lane.take()) {
            final Pending pending = next.get();
            final Answer answer = answer(pending, member);
            if (answer instanceof Answer.Later later) {
                lane.defer(pending.deferred(), later.due());
            } else if (answer instanceof Answer.Held held) {
                lane.hold(pending, held.due());
            } else if (answer instanceof Answer.Ended ended) {
                outcomes.put(new Delivery(lane, pending.number(), ended.outcome()));
            }
        }
    }

    private Answer answer(final Pending pending, final Crew.Member member) {
        final Optional<Reason> reason = asking.reasonAgainst(pending);
        if (reason.isPresent()) {
            return Asking.skipped(pending, reason.get());
        }
        if (lane.joins(maximum)) {
            startHelper();
        }
        return asking.ask(pending, member);
    }

    private void startHelper() {
        try {
            helper.run();
        } catch (final RejectedExecutionException e) {
            // Those that are there do its work.
            lane.leaves();
        }
    }
}
