package dev.anycarrier.simulation.store;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store knows of one account. Is told the time, in nanoseconds. */
final class StoredAccount {

    private static final long A_LITTLE = Duration.ofMillis(50).toNanos();

    private final ClusterTerms terms;
    private final long slack;
    private final long since;
    private final StoredUsage usage;
    private final StoredTokens tokens;
    private final List<Sent> permits = new ArrayList<>();
    private final Map<LimitScope, Long> holds = new EnumMap<>(LimitScope.class);
    private final Map<SimId, Long> simHolds = new HashMap<>();
    private long urgentUntil = Long.MIN_VALUE / 4;
    private long numbers;

    /**
     * An account of which nothing is known.
     *
     * @param since what was sent earlier is not known
     */
    StoredAccount(final ClusterTerms terms, final long slack, final long since) {
        this.terms = terms;
        this.slack = slack;
        this.since = since;
        this.usage = new StoredUsage(terms);
        this.tokens = new StoredTokens(terms.lease().toNanos());
    }

    /** A permit, and when its request was written at the latest. */
    private record Sent(String number, boolean token, Optional<SimId> sim, long latest) {}

    private record Wait(long nanos, LimitScope scope, boolean held) {

        Wait or(final long other, final LimitScope otherScope, final boolean otherHeld) {
            return other > nanos ? new Wait(other, otherScope, otherHeld) : this;
        }
    }

    StoredUsage usage() {
        return usage;
    }

    StoredTokens tokens() {
        return tokens;
    }

    /** Looks and counts in one step. */
    ClusterAnswer ask(final ClusterRequest request, final long now) {
        return refusal(request, now).orElseGet(() -> grant(request, now));
    }

    /** Why a request is not to be sent now; empty if it may be. */
    Optional<ClusterAnswer> refusal(final ClusterRequest request, final long now) {
        final Optional<ClusterAnswer> spared =
                request.flight().flatMap(wanted -> usage.spared(request.sim().orElseThrow(), wanted, now));
        if (spared.isPresent()) {
            return spared;
        }
        final LimitScope lane = request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
        final Wait wait = wait(request, lane, now);
        if (wait.nanos > 0) {
            if (request.priority() == Priority.INTERACTIVE && wait.scope == lane) {
                urgentUntil = Math.max(urgentUntil, now + wait.nanos + A_LITTLE);
            }
            return Optional.of(new ClusterAnswer.Later(Duration.ofNanos(wait.nanos), wait.scope, wait.held));
        }
        return request.priority() == Priority.SWEEP && urgentUntil > now
                ? Optional.of(new ClusterAnswer.Later(Duration.ofNanos(urgentUntil - now), lane, false))
                : Optional.empty();
    }

    /** Counts a request that may be sent. */
    ClusterAnswer.Granted grant(final ClusterRequest request, final long now) {
        // One that was emptied must not give a number again.
        numbers = Math.max(numbers + 1, now);
        final String number = "permit-" + numbers;
        permits.removeIf(sent -> sent.latest + longestWindow() <= now);
        permits.add(new Sent(number, request.token(), request.sim(), now + slack));
        final long flight = request.flight()
                .map(wanted -> usage.takeOff(request.sim().orElseThrow(), wanted, now))
                .orElse(0L);
        return new ClusterAnswer.Granted(number, flight);
    }

    private Wait wait(final ClusterRequest request, final LimitScope lane, final long now) {
        Wait longest = new Wait(0, lane, false).or(holds.getOrDefault(lane, now) - now, lane, true);
        if (request.sim().isPresent()) {
            longest = longest.or(simHolds.getOrDefault(request.sim().get(), now) - now, LimitScope.SIM, true);
        }
        for (final RateLimit limit : terms.limits()) {
            if (limit.scope() == lane
                    || (limit.scope() == LimitScope.SIM && request.sim().isPresent())) {
                longest = longest.or(since + slack + longestWindow() - now, limit.scope(), true)
                        .or(untilFree(limit, request, now), limit.scope(), false);
            }
        }
        return longest;
    }

    private long untilFree(final RateLimit limit, final ClusterRequest request, final long now) {
        final long window = limit.window().toNanos();
        final List<Long> ends = permits.stream()
                .filter(sent -> sent.token == request.token())
                .filter(sent -> limit.scope() != LimitScope.SIM || sent.sim.equals(request.sim()))
                .map(sent -> sent.latest + window)
                .filter(end -> end > now)
                .sorted()
                .toList();
        return ends.size() < limit.requests() ? 0 : ends.get(ends.size() - limit.requests()) - now;
    }

    private long longestWindow() {
        return terms.limits().stream()
                .mapToLong(limit -> limit.window().toNanos())
                .max()
                .orElse(0);
    }

    void notSent(final String permit) {
        permits.removeIf(sent -> sent.number.equals(permit));
    }

    void giveBackForSim(final String permit) {
        permits.replaceAll(sent ->
                sent.number.equals(permit) ? new Sent(sent.number, sent.token, Optional.empty(), sent.latest) : sent);
    }

    void hold(final LimitScope scope, final Optional<SimId> sim, final long until) {
        if (scope == LimitScope.SIM) {
            simHolds.merge(sim.orElseThrow(), until, Math::max);
        } else {
            holds.merge(scope, until, Math::max);
        }
    }
}
