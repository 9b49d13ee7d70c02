package dev.anycarrier.engine.limit;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RetryAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an answer makes of the budgets: it holds them back, or lowers them, and never the opposite.
 *
 * <p>A carrier that refuses a question (429) does not say for whom it has had enough. The SIM that was asked for is held
 * back in any case. That it is the account too is inferred:
 *
 * <ul>
 *   <li>No limit asks for a longer wait than its window. So a wait longer than every window of the account, and not
 *       longer than one of the SIM's, concerns the SIM alone.
 *   <li>Without a wait it concerns the SIM alone if there are limits for SIMs.
 *   <li>If another SIM was refused before and that hold lasts, it concerns the account whatever else is said.
 *   <li>Everything else concerns the account.
 * </ul>
 *
 * <p>Not thread-safe.
 */
final class Holds {

    private static final long LONGEST = RetryAfter.MAXIMUM.toNanos();
    private static final long UNKNOWN_WINDOW = Duration.ofSeconds(1).toNanos();

    private final Budget account;
    private final Budget token;
    private final WindowLimits simLimits;
    private final RandomGenerator random;
    private long refusedSim;
    private boolean someSimRefused;
    private long refusedUntil;

    Holds(final Budget account, final Budget token, final WindowLimits simLimits, final RandomGenerator random) {
        this.account = account;
        this.token = token;
        this.simLimits = simLimits;
        this.random = random;
    }

    /** Takes in an answer; returns the holds that are longer than before. */
    List<Hold> answered(final Granted request, final AnswerReading answer, final long now) {
        final List<Hold> holds = new ArrayList<>(2);
        if (answer.status() == AnswerReading.TOO_MANY_REQUESTS) {
            if (request.token) {
                refused(token, LimitScope.TOKEN_ENDPOINT, request, answer, now, holds);
            } else {
                refusedQuestion(request, answer, now, holds);
            }
        } else {
            answered(request);
            answer.retryAfter().ifPresent(wait -> {
                final LimitScope scope = request.token ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
                hold(request.token ? token : account, scope, wait.toNanos(), now, holds);
            });
        }
        answer.declared().ifPresent(headers -> declared(request, headers, now, holds));
        return holds;
    }

    /** Takes in an answer that says nothing about limits but that it was no refusal. */
    void answered(final Granted request) {
        (request.token ? token : account).answered(request.sentAt);
        if (request.sim != null) {
            request.sim.budget().answered(request.sentAt);
        }
    }

    private void refusedQuestion(
            final Granted request, final AnswerReading answer, final long now, final List<Hold> holds) {
        final Sim sim = request.sim;
        if (sim == null) {
            refused(account, LimitScope.ACCOUNT, request, answer, now, holds);
            return;
        }
        final boolean lasts = someSimRefused && refusedUntil - now > 0;
        final boolean concernsAccount = (lasts && refusedSim != sim.key()) || !concernsSimAlone(answer.retryAfter());
        final long wait = refused(sim.budget(), LimitScope.SIM, request, answer, now, holds);
        if (concernsAccount) {
            refused(account, LimitScope.ACCOUNT, request, answer, now, holds);
        }
        if (!lasts || now + wait - refusedUntil > 0) {
            someSimRefused = true;
            refusedSim = sim.key();
            refusedUntil = now + wait;
        }
    }

    private boolean concernsSimAlone(final Optional<Duration> retryAfter) {
        return retryAfter
                .map(wait -> wait.toNanos() > account.limits().longestWindow()
                        && wait.toNanos() <= simLimits.longestWindow())
                .orElse(!simLimits.isEmpty());
    }

    /** Holds back for as long as was asked for, and not shorter than by its own judgement. */
    private long refused(
            final Budget budget,
            final LimitScope scope,
            final Granted request,
            final AnswerReading answer,
            final long now,
            final List<Hold> holds) {
        final long own = budget.refused(request.sentAt, now, random);
        final long wait =
                Math.max(own, answer.retryAfter().orElse(Duration.ZERO).toNanos());
        hold(budget, scope, wait, now, holds);
        return wait;
    }

    private void declared(
            final Granted request, final LimitHeaderReading headers, final long now, final List<Hold> holds) {
        final Budget budget = budget(request, headers.scope());
        if (budget == null) {
            return;
        }
        headers.limit().ifPresent(budget.limits()::tighten);
        if (headers.spent()) {
            final long wait = headers.untilReset()
                    .map(Duration::toNanos)
                    .orElse(Math.max(UNKNOWN_WINDOW, budget.limits().longestWindow()));
            hold(budget, headers.scope(), wait, now, holds);
        }
    }

    private @Nullable Budget budget(final Granted request, final LimitScope scope) {
        return switch (scope) {
            case TOKEN_ENDPOINT -> request.token ? token : null;
            case ACCOUNT -> request.token ? null : account;
            case SIM -> request.sim == null ? null : request.sim.budget();
        };
    }

    private static void hold(
            final Budget budget, final LimitScope scope, final long wait, final long now, final List<Hold> holds) {
        final long bounded = Math.min(LONGEST, wait);
        if (bounded > 0 && budget.hold(now + bounded)) {
            holds.add(new Hold(scope, Duration.ofNanos(bounded)));
        }
    }
}
