package dev.anycarrier.engine.sweep;

import dev.anycarrier.sweep.SweepOutcome.Reason;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** A worker of a lane that asks about one SIM after the other. */
final class LaneWorker {

    /** Each starts as many others, so that a large crew is there after a few rounds and not one after the other. */
    private static final int HELPERS = 2;

    private final Lane lane;
    private final Asking asking;
    private final HandOver<Delivery> outcomes;
    private final Roster roster;
    private final int maximum;

    /**
     * A worker.
     *
     * @param roster starts others like this
     * @param maximum how many there may be
     */
    LaneWorker(
            final Lane lane,
            final Asking asking,
            final HandOver<Delivery> outcomes,
            final Roster roster,
            final int maximum) {
        this.lane = lane;
        this.asking = asking;
        this.outcomes = outcomes;
        this.roster = roster;
        this.maximum = maximum;
    }

    /** Works until there is nothing left, the sweep is closed, or another worker has taken its place. */
    void work(final CrewMember member) {
        for (Optional<Pending> next = lane.take(); next.isPresent(); next = lane.take()) {
            final Answer answer = answer(next.get(), member);
            if (member.isRelieved()) {
                return;
            }
            deliver(next.get(), answer);
            if (roster.goesOnElsewhere(member)) {
                return;
            }
        }
    }

    private void workInstead(final Pending pending, final long due, final CrewMember member) {
        deliver(pending, asking.askInstead(pending, member, due));
        work(member);
    }

    private void deliver(final Pending pending, final Answer answer) {
        if (answer instanceof Answer.Later later) {
            lane.defer(pending.deferred(), later.due());
        } else if (answer instanceof Answer.Held held) {
            lane.hold(pending, held.due());
        } else if (answer instanceof Answer.Ended ended) {
            outcomes.put(new Delivery(lane, pending.number(), ended.outcome()));
        }
    }

    private Answer answer(final Pending pending, final CrewMember member) {
        final Optional<Reason> reason = asking.reasonAgainst(pending);
        if (reason.isPresent()) {
            return Asking.skipped(pending, reason.get());
        }
        for (int started = 0; started < HELPERS && lane.joins(maximum); started++) {
            startHelper();
        }
        return asking.ask(
                pending,
                member,
                () -> roster.relieve(member, pending, other -> workInstead(pending, member.due(), other)));
    }

    private void startHelper() {
        try {
            roster.startHelper();
        } catch (final RejectedExecutionException e) {
            // Those that are there do its work.
            lane.leaves();
        }
    }

    /** Starts workers of the lane. */
    interface Roster {

        /**
         * Starts one more.
         *
         * @throws RejectedExecutionException if there is no thread to be had
         */
        void startHelper();

        /**
         * Where threads are cheap, starts one that goes on in the place of this one, if it has flown some times. The frames at the bottom of a stack
         * that lasts for a whole sweep would stay as they were when it began, which is interpreted, and virtual threads
         * with such a frame are slow to wait.
         *
         * @return whether it was started
         */
        boolean goesOnElsewhere(CrewMember member);

        /**
         * Starts one in the place of another one, unless the sweep is over.
         *
         * @param pending what that one flies for
         * @param work what it is to do, if the other one still does
         * @throws RejectedExecutionException if there is no thread to be had
         */
        void relieve(CrewMember relieved, Pending pending, Consumer<CrewMember> work);
    }
}
