package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.HttpResponse;

/**
 * A permit of this process's own budgets and of those that it shares with other nodes. Whatever happens to its request is
 * told to both. Thread-safe.
 */
public final class SharedPermit implements RateLimiter.Permit {

    private final CountedPermit own;
    private final Leave leave;
    private final TimeSource time;
    private final long usableUntil;
    private volatile boolean tooLate;

    /**
     * A permit that was just given.
     *
     * @param leave what it is beside the one of this process's own budgets
     * @param usableUntil on the monotonic clock
     */
    SharedPermit(final CountedPermit own, final Leave leave, final TimeSource time, final long usableUntil) {
        this.own = own;
        this.leave = leave;
        this.time = time;
        this.usableUntil = usableUntil;
    }

    /** The number of the flight that its request belongs to; 0 for a request of none. */
    public long flight() {
        return leave.flight();
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
        leave.sent();
    }

    @Override
    public void notSent() {
        if (own.withdraw()) {
            leave.notSent();
        }
    }

    @Override
    public Learnt answered(final HttpResponse response) {
        final Learnt learnt = own.answered(response);
        leave.answered(response, learnt);
        return learnt;
    }

    @Override
    public void done() {
        own.done();
        leave.done();
    }
}
