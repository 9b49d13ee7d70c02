package dev.anycarrier.engine.limit;

import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the carrier allows an account of which several nodes know. A request first gets a place in this process's own
 * budgets, and then asks the store of all nodes. What the store refuses holds back those who wait here too, in their own
 * order, so that none of them asks before that time is over. Never asks under a lock. Thread-safe.
 */
public final class SharedBudget {

    /** A store that says "later" without a time is not asked without end. */
    private static final long SHORTEST_WAIT = Duration.ofMillis(1).toNanos();

    private static final Duration LONGEST_WAIT = Duration.ofDays(366);

    private final RateLimiter limiter;
    private final SharedAccount account;
    private final Ports ports;
    private final long slack;
    private final Turnstile questions;
    private final Turnstile tokens;

    /**
     * A budget of one account.
     *
     * @param limiter this process's own budgets
     */
    public SharedBudget(final RateLimiter limiter, final SharedAccount account, final Ports ports) {
        this.limiter = limiter;
        this.account = account;
        this.ports = ports;
        this.slack = account.slack().toNanos();
        this.questions = new Turnstile(ports);
        this.tokens = new Turnstile(ports);
    }

    /** The account that it belongs to. */
    public SharedAccount account() {
        return account;
    }

    /** Whether a question would have to wait here, whichever SIM it is about. */
    public boolean holdsBack() {
        return !limiter.timeFor(1).isZero();
    }

    /**
     * Waits until a request may be sent.
     *
     * @throws UsageException as {@link RateLimiter#acquire}; {@code DEADLINE_EXCEEDED} if time runs out between two tries;
     *     {@code UNAVAILABLE} if the store does not answer
     */
    public SharedPermit acquire(final boolean token, final Optional<SimId> sim, final Turn turn) {
        if (ask(token, sim, Optional.empty(), turn) instanceof SharedAnswer.Permitted permitted) {
            return permitted.permit();
        }
        throw UsageException.unavailable(
                        UnavailableCause.LOCAL, "the store of all nodes gave an answer to another question")
                .build();
    }

    /**
     * Waits until a request of a question may be sent, or is not needed.
     *
     * @throws UsageException as {@link #acquire}
     */
    public SharedAnswer question(final SimId sim, final Wanted wanted, final Turn turn) {
        return ask(false, Optional.of(sim), Optional.of(wanted), turn);
    }

    private SharedAnswer ask(
            final boolean token, final Optional<SimId> sim, final Optional<Wanted> wanted, final Turn turn) {
        while (true) {
            final CountedPermit own = limiter.counted(token, sim, turn);
            boolean goesOn = false;
            try {
                final Optional<SharedAnswer> answer = ask(
                        own, new ClusterRequest(token, token ? Optional.empty() : sim, turn.priority(), wanted), turn);
                if (answer.isPresent()) {
                    goesOn = answer.get() instanceof SharedAnswer.Permitted;
                    return answer.get();
                }
            } finally {
                if (!goesOn) {
                    own.notSent();
                    own.done();
                }
            }
            requireTime(turn);
        }
    }

    /** One question to the store, or what this node may do without it; empty as {@link #askStore}. */
    private Optional<SharedAnswer> ask(final CountedPermit own, final ClusterRequest request, final Turn turn) {
        try {
            return askStore(own, request);
        } catch (final UsageException failure) {
            final Optional<OwnShare> share = account.share().filter(its -> its.covers(request));
            if (share.isEmpty() || !isAway(failure) || share.get().usableUntil().isEmpty()) {
                throw failure;
            }
            return share(share.get(), own, request, turn);
        }
    }

    private Optional<SharedAnswer> share(
            final OwnShare share, final CountedPermit own, final ClusterRequest request, final Turn turn) {
        final CountedPermit part = share.limiter().counted(request.token(), request.sim(), turn);
        boolean goesOn = false;
        try {
            OptionalLong usableUntil = share.usableUntil();
            if (usableUntil.isEmpty()) {
                // That took a while, and the store may be back.
                try {
                    return askStore(own, request);
                } catch (final UsageException failure) {
                    usableUntil = share.usableUntil();
                    if (!isAway(failure) || usableUntil.isEmpty()) {
                        throw failure;
                    }
                }
            }
            if (own.isHeld() || part.isHeld()) {
                return Optional.empty();
            }
            goesOn = true;
            return Optional.of(new SharedAnswer.Permitted(
                    new SharedPermit(own, new Leave.FromShare(part), ports.time(), usableUntil.getAsLong())));
        } finally {
            if (!goesOn) {
                part.notSent();
                part.done();
            }
        }
    }

    /** One question to the store; empty if it is to be asked again, after what is held back here by now. */
    private Optional<SharedAnswer> askStore(final CountedPermit own, final ClusterRequest request) {
        final Turnstile turnstile = request.token() ? tokens : questions;
        final boolean alone;
        try {
            alone = turnstile.enter(request.priority());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while waiting for the carrier's limit")
                    .build();
        }
        try {
            // Whoever went before may have learnt that it is of no use.
            return own.isHeld() ? Optional.empty() : answer(own, request, turnstile);
        } finally {
            turnstile.leave(alone);
        }
    }

    private Optional<SharedAnswer> answer(
            final CountedPermit own, final ClusterRequest request, final Turnstile turnstile) {
        // Before the store can have given it.
        final long askedAt = ports.time().nanoTime();
        final ClusterAnswer answer = answer(request, askedAt);
        if (answer instanceof ClusterAnswer.Later later) {
            final long wait = Math.max(SHORTEST_WAIT, bounded(later.pause()));
            own.postpone(later.scope(), wait);
            turnstile.refused(wait);
            return Optional.empty();
        }
        if (answer instanceof ClusterAnswer.Granted granted) {
            // While it was asked, the carrier may have asked somebody here to wait.
            if (own.isHeld() || keepsOff(own, request)) {
                giveBack(granted, request);
                return Optional.empty();
            }
            return Optional.of(new SharedAnswer.Permitted(new SharedPermit(
                    own, new Leave.FromStore(account.store(), granted, request.sim()), ports.time(), askedAt + slack)));
        }
        if (answer instanceof ClusterAnswer.Known known) {
            return Optional.of(new SharedAnswer.Known(known, askedAt));
        }
        return Optional.of(new SharedAnswer.Elsewhere((ClusterAnswer.Elsewhere) answer));
    }

    private ClusterAnswer answer(final ClusterRequest request, final long askedAt) {
        final ClusterAnswer answer;
        try {
            answer = account.store().ask(request);
        } catch (final UsageException failure) {
            if (isAway(failure)) {
                account.share().ifPresent(its -> its.away(askedAt));
            }
            throw failure;
        }
        account.share().ifPresent(its -> its.answered(askedAt));
        return answer;
    }

    /** Whether others may have sent what the store does not know of; then all of that waits here. */
    private boolean keepsOff(final CountedPermit own, final ClusterRequest request) {
        if (account.share().isEmpty()) {
            return false;
        }
        final LimitScope all = request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
        return keepsOff(own, request, all) || (request.sim().isPresent() && keepsOff(own, request, LimitScope.SIM));
    }

    private boolean keepsOff(final CountedPermit own, final ClusterRequest request, final LimitScope scope) {
        final long wait =
                account.share().map(its -> its.keepsOff(scope, request)).orElse(0L);
        if (wait > 0) {
            own.postpone(scope, wait);
        }
        return wait > 0;
    }

    private void giveBack(final ClusterAnswer.Granted granted, final ClusterRequest request) {
        account.store().notSent(granted);
        if (granted.flight() > 0) {
            request.sim()
                    .ifPresent(sim -> account.store().landed(sim, granted.flight(), Optional.empty(), Duration.ZERO));
        }
    }

    /** Ends who waits for this node's share. Idempotent. */
    public void close() {
        account.share().ifPresent(OwnShare::close);
    }

    private static boolean isAway(final UsageException failure) {
        return failure.kind() == Kind.UNAVAILABLE
                && failure.unavailableCause().equals(Optional.of(UnavailableCause.LOCAL));
    }

    private void requireTime(final Turn turn) {
        if (turn.deadline() - ports.time().nanoTime() <= 0) {
            throw UsageException.of(Kind.DEADLINE_EXCEEDED, "the time of the call was over before anything was sent")
                    .build();
        }
    }

    private static long bounded(final Duration wait) {
        return (wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toNanos();
    }
}
