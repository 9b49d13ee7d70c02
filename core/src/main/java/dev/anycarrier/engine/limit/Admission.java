package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Granted.State;
import dev.anycarrier.engine.limit.Waiter.Outcome;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.RequestBudget;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Every budget of one account, who waits for them, and what becomes of what was granted.
 *
 * <p>A step machine: it never waits, and is told the time. Not thread-safe.
 */
final class Admission {

    private final WindowLimits simLimits = new WindowLimits();
    private final WindowLimits accountLimits = new WindowLimits();
    private final WindowLimits tokenLimits = new WindowLimits();
    private final Sims sims = new Sims(simLimits);
    private final Lane questions;
    private final Lane tokens;
    private final Holds holds;

    Admission(final RandomGenerator random, final long now) {
        questions = new Lane(LimitScope.ACCOUNT, new Budget(accountLimits, now), sims);
        tokens = new Lane(LimitScope.TOKEN_ENDPOINT, new Budget(tokenLimits, now), sims);
        holds = new Holds(questions.shared(), tokens.shared(), simLimits, random);
    }

    void enforce(final List<RateLimit> limits) {
        simLimits.replace(of(LimitScope.SIM, limits));
        accountLimits.replace(of(LimitScope.ACCOUNT, limits));
        tokenLimits.replace(of(LimitScope.TOKEN_ENDPOINT, limits));
    }

    private static List<RateLimit> of(final LimitScope scope, final List<RateLimit> limits) {
        return limits.stream().filter(limit -> limit.scope() == scope).toList();
    }

    Lane lane(final boolean token) {
        return token ? tokens : questions;
    }

    /** What is left of each limit that all requests share. */
    List<RequestBudget> left(final long now) {
        return Stream.concat(
                        questions.shared().left(LimitScope.ACCOUNT, now).stream(),
                        tokens.shared().left(LimitScope.TOKEN_ENDPOINT, now).stream())
                .toList();
    }

    /** How many wait. */
    int waiting() {
        return questions.waiting() + tokens.waiting();
    }

    Sims sims() {
        return sims;
    }

    /** Somebody comes; the outcome is set, or open. */
    Waiter enter(
            final Object owner,
            final boolean token,
            final Optional<SimId> sim,
            final Priority priority,
            final long deadline,
            final long now) {
        final Waiter waiter =
                new Waiter(owner, token || sim.isEmpty() ? null : sims.use(sim.get(), now), priority, deadline);
        lane(token).enter(waiter, now);
        return waiter;
    }

    /** Whether a request that was granted would break a hold by now. */
    boolean isHeld(final Granted request, final long now) {
        return lane(request.token).shared().held(now) > 0
                || (request.sim != null && request.sim.budget().held(now) > 0);
    }

    /** It is written now, or was a moment ago. Returns whether that is news. */
    boolean sent(final Granted request, final long now) {
        if (request.state != State.PENDING) {
            return false;
        }
        request.state = State.SENT;
        request.sentAt = now;
        lane(request.token).shared().sent(now);
        if (request.sim != null) {
            request.sim.budget().sent(now);
        }
        return true;
    }

    /** It never leaves. Returns whether that is news. */
    boolean notSent(final Granted request, final long now) {
        if (request.state != State.PENDING) {
            return false;
        }
        request.state = State.NOT_SENT;
        lane(request.token).shared().giveBack();
        if (request.sim != null) {
            request.sim.budget().giveBack();
        }
        lane(request.token).loosened(request.sim, now);
        return true;
    }

    /** What proved who asked was refused, which tells nothing about the SIM. Returns whether that is news. */
    boolean giveBackForSim(final Granted request, final long now) {
        if (request.sim == null || request.state != State.SENT || request.givenBackForSim) {
            return false;
        }
        request.givenBackForSim = true;
        request.sim.budget().forget(request.sentAt);
        lane(request.token).loosened(request.sim, now);
        return true;
    }

    /** What the answer says about limits. Returns the holds that are longer than before. */
    List<Hold> answered(final Granted request, final AnswerReading answer, final long now) {
        final int before = tightenings();
        final List<Hold> longer = holds.answered(request, answer, now);
        if (tightenings() != before) {
            lane(request.token).tightened(now);
        }
        for (final Hold hold : longer) {
            if (hold.scope() != LimitScope.SIM) {
                lane(request.token).tightened(now);
            } else if (request.sim != null) {
                lane(request.token).tightened(request.sim, now);
            }
        }
        return longer;
    }

    /** It is known elsewhere that nothing of that scope may be sent before then. */
    void postpone(final Granted request, final LimitScope scope, final long until, final long now) {
        final Lane lane = lane(request.token);
        if (scope == LimitScope.SIM && request.sim != null) {
            if (request.sim.budget().hold(until)) {
                lane.tightened(request.sim, now);
            }
        } else if (lane.shared().hold(until)) {
            lane.tightened(now);
        }
    }

    /** The answer says nothing about limits but that the request was not refused. */
    void answeredPlainly(final Granted request) {
        holds.answered(request);
    }

    /** How often a limit has become tighter. */
    int tightenings() {
        return simLimits.tightenings() + accountLimits.tightenings() + tokenLimits.tightenings();
    }

    /** Nothing more comes of it. Returns whether that is news. */
    boolean done(final Granted request) {
        if (request.done) {
            return false;
        }
        request.done = true;
        if (request.sim != null) {
            sims.release(request.sim);
        }
        return true;
    }

    /** Nobody wants the permit any more. Returns whether it had been granted. */
    boolean abandon(final boolean token, final Waiter waiter, final long now) {
        if (waiter.isOpen()) {
            lane(token).leave(waiter, Outcome.CANCELLED, now);
            return false;
        }
        if (waiter.outcome != Outcome.GRANTED) {
            return false;
        }
        final Granted unused = new Granted(token, Optional.empty(), waiter.sim);
        return notSent(unused, now) && done(unused);
    }

    /** A request of an earlier process that was written then. */
    void restoreSent(final boolean token, final Optional<SimId> sim, final long at, final long now) {
        lane(token).shared().restore(at, now);
        restoreHeldOrSent(token ? Optional.empty() : sim, at, false, now);
    }

    /** A hold of an earlier process. */
    void restoreHold(final LimitScope scope, final Optional<SimId> sim, final long until, final long now) {
        switch (scope) {
            case TOKEN_ENDPOINT -> tokens.shared().hold(until);
            case ACCOUNT -> questions.shared().hold(until);
            case SIM -> restoreHeldOrSent(sim, until, true, now);
        }
    }

    private void restoreHeldOrSent(final Optional<SimId> id, final long time, final boolean hold, final long now) {
        id.ifPresent(known -> {
            final Sim sim = sims.use(known, now);
            if (hold) {
                sim.budget().hold(time);
            } else {
                sim.budget().restore(time, now);
            }
            sims.release(sim);
        });
    }

    void cancelAll(final Object owner, final long now) {
        questions.cancelAll(owner, now);
        tokens.cancelAll(owner, now);
    }
}
