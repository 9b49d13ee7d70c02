package dev.anycarrier.cluster.redis;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
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
import java.util.function.LongSupplier;

/** One account as the scripts are meant to keep it, in plain Java and without any thought of speed. Not thread-safe. */
final class ModelStore implements ClusterAccount {

    private final LongSupplier clock;
    private final ClusterTerms terms;
    private final AccountKeys names;
    private final long slack = Micros.atLeast(StoreOfTests.SLACK);
    private final Map<SimId, Sim> sims = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<LimitScope, Lane> lanes = new HashMap<>();
    private boolean begun;
    private long since;
    private long last;
    private long aged;
    private long shift;

    ModelStore(final LongSupplier clock, final ClusterTerms terms, final AccountKeys names) {
        this.clock = clock;
        this.terms = terms;
        this.names = names;
    }

    void loseEverything() {
        sims.clear();
        tokens.clear();
        lanes.clear();
        begun = false;
        last = 0;
        aged = 0;
        shift = 0;
    }

    void begin() {
        now();
        since = 0;
    }

    @Override
    public ClusterAnswer ask(final ClusterRequest request) {
        final long now = now();
        final Optional<Sim> sim =
                request.token() ? Optional.empty() : request.sim().map(this::sim);
        if (request.flight().isPresent()) {
            final ClusterRequest.Wanted wanted = request.flight().get();
            final Sim about = sim.orElseThrow();
            if (about.value.isPresent() && about.forgotten > aged) {
                final long age = aged - about.truth;
                if (aged - about.received < Micros.atMost(wanted.minimumInterval())
                        || age < Micros.atMost(wanted.maximumAge())) {
                    return new ClusterAnswer.Known(
                            about.value.get(), Micros.length(aged - about.received), Micros.length(age));
                }
            }
            if (about.lease > aged && about.flight != wanted.flight()) {
                return new ClusterAnswer.Elsewhere(Micros.length(about.lease - aged));
            }
        }
        final LimitScope scope = request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
        final Lane lane = lane(scope);
        Wait worst = new Wait(now, scope, false);
        worst = worst.or(new Wait(lane.hold, scope, true));
        worst = worst.or(wait(scope, lane.permits, now));
        if (sim.isPresent()) {
            worst = worst.or(new Wait(sim.get().hold, LimitScope.SIM, true));
            worst = worst.or(wait(LimitScope.SIM, sim.get().permits, now));
        }
        final boolean interactive = request.priority() == Priority.INTERACTIVE;
        if (worst.until > now) {
            if (interactive && worst.scope == scope) {
                lane.mark = Math.max(lane.mark, worst.until + Micros.atLeast(RedisAccount.GRACE));
            }
            return new ClusterAnswer.Later(Micros.length(worst.until - now), worst.scope, worst.held);
        }
        if (!interactive && lane.mark > now) {
            return new ClusterAnswer.Later(Micros.length(lane.mark - now), scope, false);
        }
        final PermitText permit = new PermitText(
                now,
                now + slack,
                request.token(),
                request.token() ? Optional.empty() : request.sim().map(names::nameOf));
        lane.permits.add(permit);
        sim.ifPresent(about -> about.permits.add(permit));
        if (request.flight().isPresent()) {
            final Sim about = sim.orElseThrow();
            if (about.lease <= aged || about.flight != request.flight().get().flight()) {
                about.flight = now;
            }
            about.lease = aged + Micros.atLeast(terms.lease());
            return new ClusterAnswer.Granted(permit.write(), about.flight);
        }
        return new ClusterAnswer.Granted(permit.write(), 0);
    }

    @Override
    public Optional<ClusterAnswer.Known> look(final SimId sim) {
        final long now = aged();
        final Sim about = sim(sim);
        return about.value
                .filter(value -> about.forgotten > now)
                .map(value -> new ClusterAnswer.Known(
                        value, Micros.length(now - about.received), Micros.length(now - about.truth)));
    }

    @Override
    public void notSent(final ClusterAnswer.Granted permit) {
        now();
        final PermitText known = PermitText.read(permit.permit());
        lanes.values().forEach(lane -> lane.permits.remove(known));
        sims.values().forEach(sim -> sim.permits.remove(known));
    }

    @Override
    public void giveBackForSim(final ClusterAnswer.Granted permit) {
        final PermitText known = PermitText.read(permit.permit());
        if (known.sim().isPresent()) {
            now();
            sims.values().forEach(sim -> sim.permits.remove(known));
        }
    }

    @Override
    public void hold(final LimitScope scope, final Optional<SimId> sim, final Duration length) {
        final long until = now() + Micros.atLeast(length);
        if (scope == LimitScope.SIM) {
            final Sim about = sim(sim.orElseThrow());
            about.hold = Math.max(about.hold, until);
        } else {
            lane(scope).hold = Math.max(lane(scope).hold, until);
        }
    }

    @Override
    public void landed(final SimId sim, final long flight, final Optional<UsageReport> report, final Duration age) {
        final long now = aged();
        final Sim about = sim(sim);
        if (about.flight != flight || about.lease <= now) {
            return;
        }
        about.lease = 0;
        final long truth = now - Micros.atLeast(age);
        if (report.isPresent() && (about.value.isEmpty() || about.forgotten <= now || truth >= about.truth)) {
            about.value = report;
            about.received = now;
            about.truth = truth;
            about.forgotten = now + Micros.atMost(terms.keptFor());
        }
    }

    @Override
    public ClusterToken token(final String credentials, final long newerThan, final boolean refresh) {
        final long now = aged();
        final Token token = tokens.computeIfAbsent(credentials, key -> new Token());
        if (token.token.isPresent()
                && token.number > newerThan
                && token.sent + Micros.atMost(token.token.get().lifetime()) > now) {
            return new ClusterToken.Held(token.token.get(), token.number, Micros.length(now - token.sent));
        }
        if (token.lease > now) {
            return new ClusterToken.Elsewhere(Micros.length(token.lease - now), false);
        }
        if (token.pause > now) {
            return new ClusterToken.Elsewhere(Micros.length(token.pause - now), true);
        }
        token.fence = Math.max(last, newerThan + 1);
        token.lease = now + Micros.atLeast(terms.lease());
        token.pause = 0;
        return new ClusterToken.Fetch(token.fence);
    }

    @Override
    public Optional<Long> fetched(
            final String credentials, final long fence, final AccessToken fetched, final Duration age) {
        final long now = aged();
        final Token token = tokens.computeIfAbsent(credentials, key -> new Token());
        if (!token.ends(fence, now)) {
            return Optional.empty();
        }
        token.pause = 0;
        token.token = Optional.of(fetched);
        token.number = fence;
        token.sent = now - Micros.atLeast(age);
        return Optional.of(fence);
    }

    @Override
    public void notFetched(final String credentials, final long fence, final Duration pause) {
        final long now = aged();
        final Token token = tokens.computeIfAbsent(credentials, key -> new Token());
        if (token.ends(fence, now)) {
            token.pause = now + Micros.atLeast(pause);
        }
    }

    private Wait wait(final LimitScope scope, final List<PermitText> permits, final long now) {
        Wait worst = new Wait(now, scope, false);
        final List<RateLimit> limits =
                terms.limits().stream().filter(limit -> limit.scope() == scope).toList();
        for (final RateLimit limit : limits) {
            worst = worst.or(new Wait(since + slack + Micros.atLeast(limit.window()), scope, true));
        }
        for (final RateLimit limit : limits) {
            long free = now;
            while (counting(permits, limit, free) >= limit.requests()) {
                free = firstToEnd(permits, limit, free);
            }
            worst = worst.or(new Wait(free, scope, false));
        }
        return worst;
    }

    private static long counting(final List<PermitText> permits, final RateLimit limit, final long moment) {
        return permits.stream()
                .filter(permit -> permit.latest() + Micros.atLeast(limit.window()) > moment)
                .count();
    }

    private static long firstToEnd(final List<PermitText> permits, final RateLimit limit, final long moment) {
        return permits.stream()
                .mapToLong(permit -> permit.latest() + Micros.atLeast(limit.window()))
                .filter(end -> end > moment)
                .min()
                .orElseThrow();
    }

    private long now() {
        final long time = clock.getAsLong();
        last = Math.max(time, last + 1);
        if (time + shift <= aged) {
            shift = aged + 1 - time;
        }
        aged = time + shift;
        if (!begun) {
            begun = true;
            since = last;
        }
        return last;
    }

    /** The next time of the clock for ages and leases. */
    private long aged() {
        now();
        return aged;
    }

    private Sim sim(final SimId sim) {
        return sims.computeIfAbsent(sim, key -> new Sim());
    }

    private Lane lane(final LimitScope scope) {
        return lanes.computeIfAbsent(scope, key -> new Lane());
    }

    private record Wait(long until, LimitScope scope, boolean held) {
        Wait or(final Wait other) {
            return other.until > until ? other : this;
        }
    }

    private static final class Lane {
        private final List<PermitText> permits = new ArrayList<>();
        private long hold;
        private long mark;
    }

    private static final class Sim {
        private final List<PermitText> permits = new ArrayList<>();
        private long hold;
        private long flight;
        private long lease;
        private Optional<UsageReport> value = Optional.empty();
        private long received;
        private long truth;
        private long forgotten;
    }

    private static final class Token {
        private Optional<AccessToken> token = Optional.empty();
        private long number;
        private long sent;
        private long fence;
        private long lease;
        private long pause;

        boolean ends(final long ended, final long now) {
            if (fence != ended || lease <= now) {
                return false;
            }
            fence = 0;
            lease = 0;
            return true;
        }
    }
}
