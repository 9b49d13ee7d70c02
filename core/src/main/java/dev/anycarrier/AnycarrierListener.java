package dev.anycarrier;

import dev.anycarrier.watch.CallListener;

/**
 * Is told what happens in an {@link Anycarrier}: given to {@link Anycarrier.Builder#listener}. Whatever it throws is ignored;
 * while it blocks, what it is told of waits. Thread-safe.
 */
public interface AnycarrierListener extends CallListener {

    /** An account is open. One of the same name that it takes the place of is {@linkplain #closed closed} afterwards. */
    default void opened(final CarrierAccount account) {}

    /** An account was closed, and answers nothing any more. */
    default void closed(final CarrierAccount account) {}

    /** A sweep begins to ask; {@link Sweep#progress()} tells how far it is. Told on the thread that takes its outcomes. */
    default void sweepBegan(final Sweep sweep) {}

    /** A sweep that had begun has ended: every SIM has its outcome, or it was closed or broken off. */
    default void sweepEnded(final Sweep sweep) {}
}
