package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.LocalShare;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * This node's share of an account's limits, and when it may be used: once the store has been away for so long that nothing
 * counts any more that it had granted to anybody. As a node may have missed that, whoever has heard nothing from the store
 * for as long keeps off for one window more when it answers again: by then nothing counts that was sent out of shares.
 * Thread-safe.
 */
final class OwnShare {

    /** So that a node with little to ask seldom has to keep off. */
    private static final Duration SHORTEST_ABSENCE = Duration.ofMinutes(5);
    /** A store that took longer to fail, in slacks, may have been back meanwhile. */
    private static final int FAILURE = 3;
    /** How long after the store's return, in slacks, the last request out of a share may leave, and a bit. */
    private static final int AFTERMATH = FAILURE + 2;

    private static final int MARGIN = 2 * AFTERMATH;

    private static final Duration LONGEST = Duration.ofDays(365L * 50);

    private final LocalShare share;
    private final long slack;
    private final Ports ports;
    private final Lock lock;
    private final RateLimiter limiter;
    private final long openedAt;
    private final Map<LimitScope, Long> windows = new EnumMap<>(LimitScope.class);
    private final Set<LimitScope> nothing = EnumSet.noneOf(LimitScope.class);
    private long absence = SHORTEST_ABSENCE.toNanos();

    private boolean heard;
    private long heardAt;
    private long backAt;

    private boolean away;
    private long awaySince;
    private long failedAt;

    OwnShare(
            final LocalShare share,
            final Duration slack,
            final String account,
            final Duration attemptTimeout,
            final Ports ports) {
        this.share = share;
        this.slack = slack.toNanos();
        this.ports = ports;
        this.lock = ports.threads().lock();
        this.limiter = new RateLimiter(ports, StateStore.none(), account, attemptTimeout);
        this.openedAt = ports.time().nanoTime();
    }

    /** Divides these limits from now on. */
    void enforce(final List<RateLimit> limits) {
        final List<RateLimit> parts = new ArrayList<>();
        locked(() -> {
            for (final RateLimit limit : limits) {
                final Duration window = limit.window().compareTo(LONGEST) < 0 ? limit.window() : LONGEST;
                windows.merge(limit.scope(), window.toNanos(), Math::max);
                absence = Math.max(absence, window.toNanos() + MARGIN * slack);
                final int requests = part(limit);
                if (requests == 0) {
                    nothing.add(limit.scope());
                } else {
                    parts.add(new RateLimit(limit.scope(), requests, limit.window()));
                }
            }
            return true;
        });
        limiter.enforce(parts, Optional.empty());
    }

    /** Its own budgets. */
    RateLimiter limiter() {
        return limiter;
    }

    /** Whether requests like that one are sent by this node alone, or by each within its part. */
    boolean covers(final ClusterRequest request) {
        return locked(() -> !nothing.contains(request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT)
                && (!windows.containsKey(LimitScope.SIM) || request.sim().isEmpty() || isMine(request)));
    }

    /**
     * The store gave an answer.
     *
     * @param askedAt when it was asked, on the monotonic clock
     */
    void answered(final long askedAt) {
        locked(() -> {
            final long now = ports.time().nanoTime();
            if (!heard || now - heardAt > absence) {
                backAt = now;
            }
            if (!heard || askedAt - heardAt > 0) {
                heardAt = askedAt;
            }
            heard = true;
            away = false;
            return true;
        });
    }

    /**
     * The store gave none.
     *
     * @param askedAt when it was asked, on the monotonic clock
     * @return whether that proves that it is away
     */
    boolean away(final long askedAt) {
        return locked(() -> {
            final long now = ports.time().nanoTime();
            if (now - askedAt > FAILURE * slack) {
                return false;
            }
            if (!away || now - failedAt > absence) {
                away = true;
                awaySince = now;
            }
            failedAt = now;
            return true;
        });
    }

    /** Until when a request may be written out of the share, on the monotonic clock; empty if none may. */
    OptionalLong usableUntil() {
        return locked(() ->
                away && failedAt - awaySince > absence + slack && ports.time().nanoTime() - failedAt < slack
                        ? OptionalLong.of(failedAt + slack)
                        : OptionalLong.empty());
    }

    /** For how long nothing of that scope may be sent although the store allows it: 0 or less if it may. */
    long keepsOff(final LimitScope scope, final ClusterRequest request) {
        return locked(() -> {
            final long now = ports.time().nanoTime();
            // What this process has sent about its own SIMs it knows, and nobody else has sent anything.
            final boolean known = scope == LimitScope.SIM && isMine(request) && now - openedAt > absence;
            return known || !heard || !windows.containsKey(scope)
                    ? 0L
                    : backAt + windows.get(scope) + AFTERMATH * slack - now;
        });
    }

    /** Ends who waits for the share. Idempotent. */
    void close() {
        limiter.close();
    }

    private boolean isMine(final ClusterRequest request) {
        return request.sim().isPresent()
                && Math.floorMod(request.sim().get().value().hashCode(), share.nodes()) == share.place() - 1;
    }

    private int part(final RateLimit limit) {
        if (limit.scope() == LimitScope.SIM) {
            return limit.requests();
        }
        final int rest = share.place() <= limit.requests() % share.nodes() ? 1 : 0;
        return limit.requests() / share.nodes() + rest;
    }

    private <T> T locked(final Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
