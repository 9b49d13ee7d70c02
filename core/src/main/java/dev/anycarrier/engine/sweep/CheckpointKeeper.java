package dev.anycarrier.engine.sweep;

import dev.anycarrier.engine.port.Threads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * The checkpoint of a sweep, if it has one. Its one consumer writes it, while inside; whoever closes it meanwhile leaves that
 * to the consumer, so that what a sink has accepted is still kept. Thread-safe.
 */
final class CheckpointKeeper {

    private static final int BETWEEN_SUMMARIES = 1024;

    private final Lock lock;
    private final Map<String, Integer> sinceSummary = new TreeMap<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private boolean inside;
    private boolean closing;

    CheckpointKeeper(final Threads threads) {
        this.lock = threads.lock();
    }

    /** This is the checkpoint. */
    void keep(final Checkpoint opened) {
        lock.lock();
        try {
            checkpoint = Optional.of(opened);
        } finally {
            lock.unlock();
        }
    }

    /** The checkpoint. */
    Optional<Checkpoint> kept() {
        lock.lock();
        try {
            return checkpoint;
        } finally {
            lock.unlock();
        }
    }

    /** The consumer begins to deliver. */
    void enter() {
        lock.lock();
        try {
            inside = true;
        } finally {
            lock.unlock();
        }
    }

    /** The consumer delivers no more, for now. */
    void leave() {
        closeIf(() -> {
            inside = false;
            return closing;
        });
    }

    /** Closes it as soon as the consumer is not inside. Idempotent. */
    void close() {
        closeIf(() -> {
            closing = true;
            return !inside;
        });
    }

    /** Keeps that an outcome is where it belongs; to be called after that, and inside. */
    void acknowledge(final Delivery delivery) {
        final Optional<Checkpoint> kept = kept();
        final Lane lane = delivery.lane();
        final long position = delivery.outcome().position();
        if (delivery.isFinal()) {
            kept.ifPresent(there -> there.append(lane.name(), position, position + 1));
        }
        final long before = lane.acknowledged(delivery.number(), delivery.isFinal());
        if (kept.isPresent() && sinceSummary.merge(lane.name(), 1, Integer::sum) >= BETWEEN_SUMMARIES) {
            sinceSummary.remove(lane.name());
            summarise(kept.get(), lane.name(), before);
        }
    }

    /** Keeps that all of the sweep is done; to be called inside. */
    void complete(final List<Lane> lanes, final long count) {
        kept().ifPresent(there -> {
            lanes.forEach(lane -> summarise(there, lane.name(), lane.recordedBefore()));
            there.complete(count);
        });
    }

    private static void summarise(final Checkpoint kept, final String lane, final long before) {
        if (before > 0) {
            kept.append(lane, 0, before);
        }
    }

    private void closeIf(final BooleanSupplier decision) {
        final Optional<Checkpoint> closed;
        lock.lock();
        try {
            closed = decision.getAsBoolean() ? checkpoint : Optional.empty();
        } finally {
            lock.unlock();
        }
        closed.ifPresent(Checkpoint::close);
    }
}
