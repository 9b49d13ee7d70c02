package dev.anycarrier.engine;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the carrier allows, held exactly: no span of a limit's window ever holds more requests than it allows. A caller
 * waits for its turn if the deadline allows it, and is refused at once with the earliest time if not. Thread-safe.
 */
public final class Limits {

    private static final int SIMS_BEFORE_CLEARING = 4096;

    private final TimeSource time;
    private final Map<Key, SendTimes> sent = new HashMap<>();
    private int clearAbove = SIMS_BEFORE_CLEARING;
    private volatile List<RateLimit> limits = List.of();

    /** No limits yet: they are the provider's to say, and a provider is made with a transport. */
    public Limits(final TimeSource time) {
        this.time = time;
    }

    /** Holds to these limits from now on. */
    public void enforce(final List<RateLimit> newLimits) {
        limits = List.copyOf(newLimits);
    }

    private record Key(RateLimit limit, Optional<SimId> sim) {}

    /**
     * Waits until a request may be sent, and counts it.
     *
     * @throws UsageException {@code TOO_MANY_REQUESTS} if its turn comes after the deadline, {@code CANCELLED} if the
     *     thread is interrupted
     */
    Permit acquire(final Purpose purpose, final Optional<Call> call, final long deadline) {
        final Optional<SimId> sim = call.flatMap(asked -> asked.question().sim());
        final List<Key> keys = keys(purpose, sim);
        while (true) {
            final Turn turn = next(keys);
            if (turn.delay <= 0) {
                return new Permit(keys, turn.now);
            }
            if (turn.now + turn.delay - deadline >= 0) {
                throw refusal(turn);
            }
            await(turn);
        }
    }

    private record Turn(long now, long delay, LimitScope scope) {}

    private synchronized Turn next(final List<Key> keys) {
        final long now = time.nanoTime();
        long delay = 0;
        LimitScope scope = LimitScope.ACCOUNT;
        for (final Key key : keys) {
            final long forThis = times(key).untilNext(now);
            if (forThis > delay) {
                delay = forThis;
                scope = key.limit.scope();
            }
        }
        if (delay <= 0) {
            keys.forEach(key -> times(key).add(now));
            clearOld(now);
        }
        return new Turn(now, delay, scope);
    }

    private SendTimes times(final Key key) {
        return sent.computeIfAbsent(key, missing -> new SendTimes(missing.limit));
    }

    private List<Key> keys(final Purpose purpose, final Optional<SimId> sim) {
        final List<Key> keys = new ArrayList<>(limits.size());
        for (final RateLimit limit : limits) {
            switch (limit.scope()) {
                case TOKEN_ENDPOINT -> {
                    if (purpose == Purpose.TOKEN) {
                        keys.add(new Key(limit, Optional.empty()));
                    }
                }
                case ACCOUNT -> {
                    if (purpose == Purpose.QUESTION) {
                        keys.add(new Key(limit, Optional.empty()));
                    }
                }
                case SIM -> {
                    if (purpose == Purpose.QUESTION && sim.isPresent()) {
                        keys.add(new Key(limit, sim));
                    }
                }
            }
        }
        return keys;
    }

    private void clearOld(final long now) {
        if (sent.size() > clearAbove) {
            sent.values().removeIf(times -> times.isOver(now));
            clearAbove = Math.max(SIMS_BEFORE_CLEARING, 2 * sent.size());
        }
    }

    synchronized int remembered() {
        return sent.size();
    }

    private UsageException refusal(final Turn turn) {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the carrier's limit is reached, so nothing was sent")
                .limitScope(turn.scope)
                .notBefore(time.instant().plusNanos(turn.delay))
                .build();
    }

    private void await(final Turn turn) {
        try {
            time.sleep(Duration.ofNanos(turn.delay));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while waiting for the carrier's limit")
                    .build();
        }
    }

    /** A request that was counted. */
    final class Permit {
        private final List<Key> keys;
        private final long at;

        private Permit(final List<Key> keys, final long at) {
            this.keys = keys;
            this.at = at;
        }

        /** Does not count this request against its SIM. */
        void giveBackForSim() {
            synchronized (Limits.this) {
                for (final Key key : keys) {
                    if (key.limit.scope() == LimitScope.SIM) {
                        times(key).remove(at);
                    }
                }
            }
        }
    }
}
