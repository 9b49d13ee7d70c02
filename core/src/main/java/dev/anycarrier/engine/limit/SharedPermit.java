package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.usage.SimId;
import java.util.Optional;

/**
 * A permit of this process's own budgets and of those that it shares with other nodes. Whatever happens to its request is
 * told to both. Thread-safe.
 */
public final class SharedPermit implements RateLimiter.Permit {

    private final CountedPermit own;
    private final ClusterAccount store;
    private final ClusterAnswer.Granted granted;
    private final Optional<SimId> sim;
    private final TimeSource time;
    private final long usableUntil;
    private volatile boolean tooLate;

    /**
     * A permit that was just given.
     *
     * @param usableUntil on the monotonic clock
     */
    SharedPermit(
            final CountedPermit own,
            final ClusterAccount store,
            final ClusterAnswer.Granted granted,
            final Optional<SimId> sim,
            final TimeSource time,
            final long usableUntil) {
        this.own = own;
        this.store = store;
        this.granted = granted;
        this.sim = sim;
        this.time = time;
        this.usableUntil = usableUntil;
    }

    /** The number of the question that it belongs to as its first request; 0 for any other request. */
    public long flight() {
        return granted.flight();
    }

    /** Whether its request was withdrawn since it had come too late to be written: another permit is needed. */
    public boolean isTooLate() {
        return tooLate;
    }

    /** Whether there is time left to write its request. */
    public boolean isUsable() {
        return time.nanoTime() - usableUntil < 0;
    }

    @Override
    public boolean mayBeWritten() {
        if (isUsable()) {
            return true;
        }
        tooLate = true;
        return false;
    }

    @Override
    public void sent() {
        own.sent();
    }

    @Override
    public void notSent() {
        if (own.withdraw()) {
            store.notSent(granted);
        }
    }

    @Override
    public Learnt answered(final HttpResponse response) {
        final Learnt learnt = own.answered(response);
        if (learnt.givenBackForSim()) {
            store.giveBackForSim(granted);
        }
        for (final Hold hold : learnt.holds()) {
            store.hold(hold.scope(), hold.scope() == LimitScope.SIM ? sim : Optional.empty(), hold.length());
        }
        return learnt;
    }

    @Override
    public void done() {
        own.done();
    }
}
