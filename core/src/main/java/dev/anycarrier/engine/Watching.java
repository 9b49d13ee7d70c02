package dev.anycarrier.engine;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.watch.AttemptStart;
import dev.anycarrier.watch.CallListener;
import dev.anycarrier.watch.CallStart;
import dev.anycarrier.watch.CallWatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Those who listen to one account's calls and requests. Thread-safe; makes nothing where nobody listens. */
public final class Watching {

    private final AccountIdentity identity;
    private final Optional<String> node;
    private final List<CallListener> listeners;
    private final TimeSource time;
    private final boolean watched;

    /**
     * Those of one account.
     *
     * @param node this node's name, if others share the account
     */
    public Watching(
            final AccountIdentity identity,
            final Optional<String> node,
            final List<? extends CallListener> listeners,
            final TimeSource time) {
        this.identity = identity;
        this.node = node;
        this.listeners = List.copyOf(listeners);
        this.time = time;
        this.watched = !listeners.isEmpty();
    }

    /** Whether anybody listens. */
    public boolean isWatched() {
        return watched;
    }

    /** The name of this node, or empty if no other shares the account. */
    public Optional<String> node() {
        return node;
    }

    /**
     * Runs a call, and tells of it.
     *
     * @param call is given what it has to tell where its answer comes from; throws what this throws
     */
    public <T> T watch(final Question question, final CallOptions options, final Function<WatchedCall, T> call) {
        if (!watched) {
            return call.apply(WatchedCall.NONE);
        }
        final long begun = time.nanoTime();
        return new WatchedCall(called(question, options), time, begun).run(call);
    }

    /** A request that is about to be sent by this thread. */
    WatchedAttempt attempt() {
        final AttemptStart start = new AttemptStart(
                identity.provider(),
                identity.account(),
                node,
                Call.current().map(call -> call.question().operation()));
        final Optional<WatchedCall> call = WatchedCall.current();
        return new WatchedAttempt(
                call.isPresent()
                        ? call.get().attempted(start)
                        : Told.each(listeners, listener -> listener.attempted(start)),
                time);
    }

    private List<CallWatch> called(final Question question, final CallOptions options) {
        final CallStart start = new CallStart(
                identity.provider(),
                identity.account(),
                node,
                question.operation(),
                question.sim(),
                options.priority(),
                options.correlationId());
        return Told.each(listeners, listener -> listener.called(start));
    }
}
