package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.sweep.SweepSource;
import dev.anycarrier.usage.SimRef;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Sets up a lane and its workers. */
final class LaneStart implements LaneWorker.Roster {

    private final Lane lane;
    private final Optional<? extends SweptAccount> account;
    private final SweepPlan plan;
    private final Ending ending;
    private final TimeSource time;
    private final Crew crew;
    private final HandOver<Delivery> outcomes;
    private final Consumer<Throwable> failed;
    private final Asking asking;
    private final String threadName;

    /** What all workers but the first do: one object and not one for each, so that a cold JVM compiles it once. */
    private final Consumer<CrewMember> helper;

    /**
     * A lane that has not started.
     *
     * @param account the account, or empty for all SIMs without one
     * @param failed is told what broke the lane
     */
    LaneStart(
            final Lane lane,
            final Optional<? extends SweptAccount> account,
            final SweepPlan plan,
            final Ending ending,
            final TimeSource time,
            final Crew crew,
            final HandOver<Delivery> outcomes,
            final Consumer<Throwable> failed) {
        this.lane = lane;
        this.account = account;
        this.plan = plan;
        this.ending = ending;
        this.time = time;
        this.crew = crew;
        this.outcomes = outcomes;
        this.failed = failed;
        this.threadName = "anycarrier-sweep-" + lane.name();
        this.helper = member -> work(member, this::workOfAny);
        this.asking = new Asking(account, plan.options(), ending, time);
    }

    /** A lane of the SIMs of some accounts. */
    static Lane lane(
            final String name,
            final Iterable<SimRef> sims,
            final Predicate<String> accounts,
            final Optional<Checkpoint> checkpoint,
            final Ending ending,
            final Ports ports) {
        return new Lane(
                name,
                new LaneInput(sims, accounts, ending),
                placed -> checkpoint
                        .map(there -> there.wasAcknowledged(name, placed.sim().account(), placed.position()))
                        .orElse(false),
                ending,
                ports);
    }

    Lane lane() {
        return lane;
    }

    /** Starts the first worker; it starts others as there is work for them. */
    void start() {
        start(member -> work(member, this::workOfFirst));
    }

    @Override
    public void startHelper() {
        start(helper);
    }

    @Override
    public boolean goesOnElsewhere(final CrewMember member) {
        try {
            return crew.goesOnElsewhere(member, threadName, helper);
        } catch (final RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void relieve(final CrewMember relieved, final Pending pending, final Consumer<CrewMember> work) {
        final boolean started = crew.start(threadName, member -> {
            if (crew.relieve(relieved, pending)) {
                work(member, work);
            }
        });
        if (!started && crew.relieve(relieved, pending)) {
            // The sweep is over: nobody goes on in its place.
            leave();
        }
    }

    private void start(final Consumer<CrewMember> work) {
        if (!crew.start(threadName, work)) {
            // It was counted already, and must not be waited for.
            leave();
        }
    }

    private void work(final CrewMember member, final Consumer<CrewMember> work) {
        try {
            work.accept(member);
        } catch (final Throwable e) {
            failed.accept(e);
        } finally {
            if (!member.isRelieved()) {
                leave();
            }
        }
    }

    private void leave() {
        if (lane.leaves()) {
            lane.closeInput();
            outcomes.producerEnded();
        }
    }

    private void workOfFirst(final CrewMember member) {
        if (plan.source() == SweepSource.RECORDS && account.isPresent()) {
            final RecordsWorker records = new RecordsWorker(lane, account.get(), asking, outcomes, ending, time);
            if (records.isOffered()) {
                records.work(member);
                return;
            }
        }
        workOfAny(member);
    }

    private void workOfAny(final CrewMember member) {
        final int maximum = account.map(SweptAccount::concurrency).orElse(1);
        new LaneWorker(lane, asking, outcomes, this, maximum).work(member);
    }
}
