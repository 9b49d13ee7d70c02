package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps what must outlive the process. Only a reservation has to be kept before anything else happens; what follows makes
 * it more exact, so a failure there changes nothing. Never used under a lock. Thread-safe.
 */
final class Journal {

    private final StateStore store;
    private final String account;
    private final Duration attemptTimeout;
    private final Ports ports;
    private final boolean keeps;
    private final String prefix;
    private final AtomicLong permits = new AtomicLong();

    Journal(final StateStore store, final String account, final Duration attemptTimeout, final Ports ports) {
        this.store = store;
        this.account = account;
        this.attemptTimeout = attemptTimeout;
        this.ports = ports;
        this.keeps = store != StateStore.none();
        this.prefix = keeps ? Long.toHexString(ports.random().nextLong()) + "-" : "";
    }

    /** Whether anything is kept, so that it may take its time. */
    boolean keeps() {
        return keeps;
    }

    /**
     * A request is about to be sent.
     *
     * @return the number of its permit
     * @throws UsageException if that cannot be kept
     */
    String reserved(final boolean token, final Optional<SimId> sim) {
        if (!keeps) {
            return "";
        }
        final String permit = prefix + permits.incrementAndGet();
        store.append(account, new StateEntry.Reserved(permit, token, sim, later(attemptTimeout)));
        return permit;
    }

    void sent(final String permit) {
        if (keeps) {
            keep(new StateEntry.Sent(permit, later(Duration.ZERO)));
        }
    }

    void released(final String permit, final boolean forSimOnly) {
        if (keeps) {
            keep(new StateEntry.Released(permit, forSimOnly));
        }
    }

    void held(final List<Hold> holds, final Optional<SimId> sim) {
        if (!keeps || holds.isEmpty()) {
            return;
        }
        final Instant from = ports.time().instant().truncatedTo(ChronoUnit.MILLIS);
        for (final Hold hold : holds) {
            keep(new StateEntry.Held(
                    hold.scope(), hold.scope() == LimitScope.SIM ? sim : Optional.empty(), from, later(hold.length())));
        }
    }

    private void keep(final StateEntry entry) {
        try {
            store.append(account, entry);
        } catch (final UsageException e) {
            // What was kept before is at least as strict, and the next reservation fails if it lasts.
        }
    }

    /** Rounded up, so that it is never too early. */
    private Instant later(final Duration wait) {
        return ports.time().instant().plus(wait).plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
