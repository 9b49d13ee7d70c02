package dev.anycarrier.testing.nodes;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store knows of one account, on its own clock. */
final class MemoryAccount {

    private static final long A_LITTLE = Duration.ofMillis(50).toNanos();

    private final World world;
    private final long slack;
    private final boolean worst;
    private final long since;
    private final List<Sent> permits = new ArrayList<>();
    private final Map<SimId, Long> simHolds = new HashMap<>();
    private final Map<LimitScope, Long> holds = new HashMap<>();
    private final Map<SimId, Asking> asking = new HashMap<>();
    private final Map<SimId, Value> values = new HashMap<>();
    private final MemoryTokens tokens;
    private ClusterTerms terms = new ClusterTerms(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private long urgentUntil = Long.MIN_VALUE;
    private long numbers;

    /** @param worst whether what was sent before is not known */
    MemoryAccount(final World world, final Duration slack, final boolean worst) {
        this.world = world;
        this.slack = slack.toNanos();
        this.worst = worst;
        this.since = world.now();
        this.tokens = new MemoryTokens(world);
    }

    private record Sent(String id, boolean token, Optional<SimId> sim, long at) {}

    private record Asking(long number, long until) {}

    private record Value(ClusterAnswer.Known known, long at) {}

    private record Wait(long nanos, LimitScope scope, boolean held) {}

    void terms(final ClusterTerms newTerms) {
        terms = newTerms;
        tokens.lease(newTerms.lease());
    }

    MemoryTokens tokens() {
        return tokens;
    }

    ClusterAnswer ask(final ClusterRequest request) {
        final long now = world.now();
        if (request.flight().isPresent()) {
            final SimId sim = request.sim().orElseThrow();
            final Optional<ClusterAnswer.Known> known = look(sim)
                    .filter(value -> value.receivedAgo()
                                            .compareTo(request.flight().get().minimumInterval())
                                    < 0
                            || value.age().compareTo(request.flight().get().maximumAge()) < 0);
            if (known.isPresent()) {
                return known.get();
            }
            final Asking other = asking.get(sim);
            if (other != null
                    && other.until > now
                    && other.number != request.flight().get().flight()) {
                return new ClusterAnswer.Elsewhere(Duration.ofNanos(other.until - now));
            }
        }
        final Wait wait = wait(request, now);
        if (wait.nanos > 0) {
            if (request.priority() == Priority.INTERACTIVE && wait.scope != LimitScope.SIM) {
                urgentUntil = Math.max(urgentUntil, now + wait.nanos + A_LITTLE);
            }
            return new ClusterAnswer.Later(Duration.ofNanos(wait.nanos), wait.scope, wait.held);
        }
        if (request.priority() == Priority.SWEEP && urgentUntil > now) {
            return new ClusterAnswer.Later(
                    Duration.ofNanos(urgentUntil - now),
                    request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT,
                    false);
        }
        return grant(request, now);
    }

    private ClusterAnswer.Granted grant(final ClusterRequest request, final long now) {
        final String id = "permit-" + ++numbers;
        permits.add(new Sent(id, request.token(), request.sim(), now));
        if (request.flight().isEmpty()) {
            return new ClusterAnswer.Granted(id, 0);
        }
        final Asking before = asking.get(request.sim().orElseThrow());
        final boolean goesOn = before != null
                && before.until > now
                && before.number == request.flight().get().flight();
        final long flight = goesOn ? before.number : ++numbers;
        asking.put(
                request.sim().orElseThrow(),
                new Asking(flight, now + terms.lease().toNanos()));
        return new ClusterAnswer.Granted(id, flight);
    }

    private Wait wait(final ClusterRequest request, final long now) {
        Wait longest = new Wait(0, LimitScope.ACCOUNT, false);
        final LimitScope shared = request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
        for (final RateLimit limit : terms.limits()) {
            if (limit.scope() == shared
                    || (limit.scope() == LimitScope.SIM && request.sim().isPresent())) {
                longest = longer(longest, wait(limit, request, now));
            }
        }
        longest = longer(longest, new Wait(holds.getOrDefault(shared, now) - now, shared, true));
        if (request.sim().isPresent()) {
            final long hold = simHolds.getOrDefault(request.sim().get(), now);
            longest = longer(longest, new Wait(hold - now, LimitScope.SIM, true));
        }
        return longest;
    }

    private Wait wait(final RateLimit limit, final ClusterRequest request, final long now) {
        final long span = slack + limit.window().toNanos();
        final List<Long> ends = permits.stream()
                .filter(sent -> sent.token == request.token())
                .filter(sent -> limit.scope() != LimitScope.SIM || sent.sim.equals(request.sim()))
                .map(sent -> sent.at + span)
                .filter(end -> end > now)
                .toList();
        final long full = ends.size() < limit.requests() ? 0 : ends.get(ends.size() - limit.requests()) - now;
        final long unknown = worst ? since + span - now : 0;
        return unknown > full ? new Wait(unknown, limit.scope(), true) : new Wait(full, limit.scope(), false);
    }

    private static Wait longer(final Wait one, final Wait other) {
        return other.nanos > one.nanos ? other : one;
    }

    Optional<ClusterAnswer.Known> look(final SimId sim) {
        final Value value = values.get(sim);
        if (value == null) {
            return Optional.empty();
        }
        final Duration since = Duration.ofNanos(world.now() - value.at);
        return Optional.of(new ClusterAnswer.Known(
                        value.known.report(),
                        value.known.receivedAgo().plus(since),
                        value.known.age().plus(since)))
                .filter(known -> known.receivedAgo().compareTo(terms.keptFor()) < 0);
    }

    void notSent(final ClusterAnswer.Granted permit) {
        permits.removeIf(sent -> sent.id.equals(permit.permit()));
    }

    void giveBackForSim(final ClusterAnswer.Granted permit) {
        permits.replaceAll(sent ->
                sent.id.equals(permit.permit()) ? new Sent(sent.id, sent.token, Optional.empty(), sent.at) : sent);
    }

    void hold(final LimitScope scope, final Optional<SimId> sim, final Duration length) {
        final long until = world.now() + length.toNanos();
        if (scope == LimitScope.SIM) {
            simHolds.merge(sim.orElseThrow(), until, Math::max);
        } else {
            holds.merge(scope, until, Math::max);
        }
    }

    void landed(final SimId sim, final long flight, final Optional<UsageReport> report, final Duration age) {
        final Asking now = asking.get(sim);
        if (now == null || now.number != flight) {
            return;
        }
        asking.remove(sim);
        report.ifPresent(known ->
                values.put(sim, new Value(new ClusterAnswer.Known(known, Duration.ZERO, age), world.now())));
    }
}
