package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.RequestBudget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * What the carrier allows one account, held exactly: between the moments at which requests are written, no span of a
 * limit's window ever holds more than it allows, whatever threads, pauses, clocks and restarts do. What a carrier says
 * about limits in its answers only ever makes them tighter.
 *
 * <p>Whoever has to wait does so until its turn comes: the more urgent first, then whoever came first; a request whose
 * SIM is not free yet holds up nobody. A wait that does not fit the deadline is refused as soon as that is known, with
 * the earliest time at which it is worth asking again: an estimate on which others may still encroach. Thread-safe.
 */
public final class RateLimiter {

    private final Ports ports;
    private final Lock lock;
    private final Admission admission;
    private final Restoring restoring;
    private final Journal journal;
    private volatile Optional<RateLimitHeaders> headers = Optional.empty();
    private final boolean successor;
    private boolean closed;

    /**
     * A limiter without limits.
     *
     * @param ports time, locks and chance; nothing else of it is used
     * @param state where to keep what must outlive the process
     * @param account under which key
     * @param attemptTimeout the longest that a request takes from its permit to the network
     */
    public RateLimiter(final Ports ports, final StateStore state, final String account, final Duration attemptTimeout) {
        this.ports = ports;
        this.lock = ports.threads().lock();
        this.admission = new Admission(ports.random(), ports.time().nanoTime());
        this.restoring = new Restoring(admission, ports.time());
        this.journal = new Journal(state, account, attemptTimeout, ports);
        this.successor = false;
    }

    private RateLimiter(
            final RateLimiter predecessor,
            final StateStore state,
            final String account,
            final Duration attemptTimeout) {
        this.ports = predecessor.ports;
        this.lock = predecessor.lock;
        this.admission = predecessor.admission;
        this.restoring = predecessor.restoring;
        this.journal = new Journal(state, account, attemptTimeout, ports);
        this.successor = true;
    }

    /**
     * A limiter of the same account at its next opening: whatever counts here counts there, requests under way included.
     * The limits here hold until others are enforced; closing this one leaves the successor alone.
     */
    public RateLimiter successor(final StateStore state, final String account, final Duration attemptTimeout) {
        return new RateLimiter(this, state, account, attemptTimeout);
    }

    /** Whether it goes on where another one left off, so that there is nothing to restore. */
    public boolean isSuccessor() {
        return successor;
    }

    /**
     * Holds to these limits from now on. To be called before anything is restored or acquired.
     *
     * @param declared what the carrier's limit headers mean; nothing is read from them otherwise
     */
    public void enforce(final List<RateLimit> limits, final Optional<RateLimitHeaders> declared) {
        headers = declared;
        locked(() -> {
            admission.enforce(limits);
            return true;
        });
    }

    /** Takes over what an earlier process kept, in its order; before the first permit. Values do not matter here. */
    public void restore(final StateEntry entry) {
        locked(() -> {
            restoring.restore(entry);
            return true;
        });
    }

    /**
     * Waits until a request may be sent. The permit counts until {@link Permit#done()}, which must be called.
     *
     * @param token whether it goes to the token endpoint, and so counts for nothing else
     * @param sim the SIM it is about
     * @throws UsageException {@code TOO_MANY_REQUESTS} with the earliest time and the scope, if its turn comes only
     *     after the deadline; {@code CANCELLED} if the thread is interrupted (its flag stays) or this was closed; or
     *     whatever the store says if it cannot keep the reservation, and then nothing counts
     */
    public Permit acquire(final boolean token, final Optional<SimId> sim, final Turn turn) {
        return counted(token, sim, turn);
    }

    /** The same, for those who have more to find out before the request may leave. */
    CountedPermit counted(final boolean token, final Optional<SimId> sim, final Turn turn) {
        final Priority priority = turn.priority();
        final long deadline = turn.deadline();
        final Waiter waiter;
        lock.lock();
        try {
            if (closed) {
                throw cancelled("closed, so nothing was sent");
            }
            restoring.finish();
            waiter = admission.enter(this, token, sim, priority, deadline, now());
        } finally {
            lock.unlock();
        }
        if (waiter.waits) {
            await(token, waiter, turn);
        }
        return switch (waiter.outcome) {
            case GRANTED -> granted(new Granted(token, sim, waiter.sim), waiter.waits, turn);
            case REFUSED -> throw Waiting.refusal(waiter, ports.time());
            case CANCELLED, OPEN -> throw cancelled("closed while waiting for the carrier's limit");
        };
    }

    private void await(final boolean token, final Waiter waiter, final Turn turn) {
        boolean ended = false;
        try {
            new Waiting(ports.time(), lock, admission.lane(token), waiter, turn).await();
            ended = true;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled("interrupted while waiting for the carrier's limit");
        } finally {
            if (!ended) {
                locked(() -> admission.abandon(token, waiter, now()));
            }
        }
    }

    private CountedPermit granted(final Granted request, final boolean waited, final Turn turn) {
        boolean kept = false;
        final CountedPermit permit;
        try {
            permit = new CountedPermit(this, request, journal.reserved(request.token, request.simId));
            kept = true;
        } finally {
            if (!kept) {
                locked(() -> admission.notSent(request, now()));
                locked(() -> admission.done(request));
            }
        }
        if (!(waited || journal.keeps()) || !permit.isHeld()) {
            return permit;
        }
        // Waking up or keeping it took so long that the carrier has asked others to wait meanwhile.
        permit.notSent();
        permit.done();
        return counted(request.token, request.simId, turn);
    }

    /** The least time from now until that many questions have been sent, by the account's limits and holds alone. */
    public Duration timeFor(final long requests) {
        if (requests <= 0) {
            return Duration.ZERO;
        }
        return locked(() -> {
            restoring.finish();
            return Duration.ofNanos(admission.lane(false).shared().delay(requests - 1, now()));
        });
    }

    /** What is left now of each limit but those that count by SIM. */
    public List<RequestBudget> left() {
        return locked(() -> {
            restoring.finish();
            return admission.left(now());
        });
    }

    /** How many requests wait for a limit. */
    public int waiting() {
        return locked(admission::waiting);
    }

    /** How often a declared limit header allowed less than the limit in force, which then became as tight. */
    public int tightenings() {
        return locked(admission::tightenings);
    }

    /** Ends every wait with {@code CANCELLED}, and those that would begin. Permits stay what they are. Idempotent. */
    public void close() {
        locked(() -> {
            closed = true;
            admission.cancelAll(this, now());
            return true;
        });
    }

    /** How many SIMs are remembered. */
    int remembered() {
        return locked(admission.sims()::size);
    }

    Lock lock() {
        return lock;
    }

    /** Everything that is counted; used under the lock. */
    Admission admission() {
        return admission;
    }

    Journal journal() {
        return journal;
    }

    /** What an answer says about limits, as far as that was declared. */
    AnswerReading read(final HttpResponse response) {
        return AnswerReading.of(response, headers, ports.time());
    }

    /** The monotonic clock. */
    long now() {
        return ports.time().nanoTime();
    }

    <T> T locked(final Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private static UsageException cancelled(final String detail) {
        return UsageException.of(Kind.CANCELLED, detail).build();
    }

    /**
     * Leave to send one request. What the wire says of it comes first, then the answer if there is one, then the end.
     * Thread-safe; everything but the first call of each kind is without effect.
     */
    public interface Permit extends Wire.Written {

        /**
         * What the answer says about limits: a 401 does not count for its SIM; a 429, a 503 with {@code Retry-After}
         * and declared limit headers hold back what comes after. An answer proves that the request was sent.
         *
         * @return what came of it
         */
        Learnt answered(HttpResponse response);

        /** Nothing more comes. If neither was said, the request counts as sent now. */
        void done();
    }
}
