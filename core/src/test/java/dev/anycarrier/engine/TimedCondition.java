package dev.anycarrier.engine;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A condition that can only be awaited as the engine does it: with a limit in nanoseconds of its own clock. */
public abstract class TimedCondition implements Condition {

    @Override
    public final void await() {
        throw unlikeTheEngine();
    }

    @Override
    public final void awaitUninterruptibly() {
        throw unlikeTheEngine();
    }

    @Override
    public final boolean await(final long amount, final TimeUnit unit) {
        throw unlikeTheEngine();
    }

    @Override
    public final boolean awaitUntil(final Date deadline) {
        throw unlikeTheEngine();
    }

    private static UnsupportedOperationException unlikeTheEngine() {
        return new UnsupportedOperationException("the engine waits with awaitNanos");
    }
}
