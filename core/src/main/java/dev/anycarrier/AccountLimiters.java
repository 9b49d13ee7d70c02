package dev.anycarrier;

import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The limiters of all accounts that were ever open in one {@link Anycarrier}: the carrier counts on when an account is
 * closed and opened again, and so do they. Thread-safe.
 */
final class AccountLimiters {

    private final ConcurrentMap<String, RateLimiter> latest = new ConcurrentHashMap<>();

    /** The limiter for an account that is opened, for the first time or again. */
    RateLimiter open(final String stateKey, final Ports ports, final StateStore state, final Duration attemptTimeout) {
        return latest.compute(
                stateKey,
                (key, before) -> before == null
                        ? new RateLimiter(ports, state, key, attemptTimeout)
                        : before.successor(state, key, attemptTimeout));
    }
}
