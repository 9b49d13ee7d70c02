package dev.anycarrier.engine.token;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.spi.UsageException;

/** One call with a deadline. */
record TestTurn(long deadline, Priority priority) implements Turn {

    TestTurn(final long deadline) {
        this(deadline, Priority.INTERACTIVE);
    }

    @Override
    public void waitsUntil(final long at, final UsageException refusal) {}

    @Override
    public void onChange(final Runnable changed) {}
}
