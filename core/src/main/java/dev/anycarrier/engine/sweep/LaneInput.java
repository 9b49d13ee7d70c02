package dev.anycarrier.engine.sweep;

import dev.anycarrier.usage.SimRef;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The SIMs of one lane among all of the input. Not thread-safe, but for {@link #scanned}. */
final class LaneInput {

    private final Iterable<SimRef> sims;
    private final Predicate<String> accounts;
    private final Ending ending;
    private final AtomicLong scanned = new AtomicLong();
    private @Nullable Iterator<SimRef> iterator;
    private boolean closed;

    LaneInput(final Iterable<SimRef> sims, final Predicate<String> accounts, final Ending ending) {
        this.sims = sims;
        this.accounts = accounts;
        this.ending = ending;
    }

    /** The next SIM and its position, or empty if there is none or the sweep was closed. */
    Optional<Placed> next() {
        if (closed) {
            return Optional.empty();
        }
        if (iterator == null) {
            iterator = sims.iterator();
        }
        while (!ending.isClosed() && iterator.hasNext()) {
            final SimRef sim = iterator.next();
            final long position = scanned.getAndIncrement();
            Objects.requireNonNull(sim, () -> "the input of a sweep has null at position " + position);
            if (accounts.test(sim.account())) {
                return Optional.of(new Placed(sim, position));
            }
        }
        return Optional.empty();
    }

    /** How many SIMs of all the input were looked at. */
    long scanned() {
        return scanned.get();
    }

    /** Closes what can be closed. Idempotent. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (iterator instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (final Exception e) {
                // Everything that was wanted has been read.
                return;
            }
        }
    }

    /**
     * A SIM in its place.
     *
     * @param sim the SIM
     * @param position its place in the input
     */
    record Placed(SimRef sim, long position) {}
}
