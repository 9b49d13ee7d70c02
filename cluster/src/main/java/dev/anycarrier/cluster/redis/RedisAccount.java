package dev.anycarrier.cluster.redis;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.ClusterAccount;
import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterAnswer.Granted;
import dev.anycarrier.engine.port.ClusterAnswer.Known;
import dev.anycarrier.engine.port.ClusterRequest;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One account on Redis: each call is one script. Thread-safe. */
final class RedisAccount implements ClusterAccount {

    /** How much longer than its wait an interactive request holds back sweeps: until it has come again. */
    static final Duration GRACE = Duration.ofMillis(100);

    private static final Duration NEVER = Duration.ZERO;

    private final AccountCalls calls;
    private final AccountKeys keys;
    private final ClusterTerms terms;
    private final Duration slack;
    private final RedisTokens tokens;
    private final UnsaidHolds unsaid;
    private final Heartbeat heartbeat;

    RedisAccount(
            final AccountCalls calls,
            final AccountKeys keys,
            final ClusterTerms terms,
            final Duration slack,
            final RedisTokens tokens,
            final UnsaidHolds unsaid,
            final Heartbeat heartbeat) {
        this.calls = calls;
        this.keys = keys;
        this.terms = terms;
        this.slack = slack;
        this.tokens = tokens;
        this.unsaid = unsaid;
        this.heartbeat = heartbeat;
    }

    @Override
    public ClusterAnswer ask(final ClusterRequest request) {
        heartbeat.begin();
        if (unsaid.isAny()) {
            calls.connect();
            unsaid.say(this::say);
        }
        final Optional<ClusterAnswer> answer = ask(request, request.flight());
        // What is there cannot be read: as if it were not.
        return answer.or(() -> ask(request, request.flight().map(wanted -> new Wanted(NEVER, NEVER, wanted.flight()))))
                .orElseThrow(() -> Failures.unavailable("Redis gave a value that nobody asked for"));
    }

    private Optional<ClusterAnswer> ask(final ClusterRequest request, final Optional<Wanted> wanted) {
        final Optional<String> sim =
                request.token() ? Optional.empty() : request.sim().map(keys::nameOf);
        final Arguments places = new Arguments().text(keys.lane(request.token()));
        sim.ifPresent(name -> places.text(keys.sim(name)));
        final Reply reply =
                calls.ask(Script.ASK, places, arguments(request, sim.isPresent() ? wanted : Optional.empty()));
        return switch ((int) reply.code()) {
            case Codes.GRANTED -> {
                final PermitText permit = new PermitText(reply.number(3), reply.number(2), request.token(), sim);
                yield Optional.of(new Granted(permit.write(), reply.number(4)));
            }
            case Codes.KNOWN -> request.sim().flatMap(id -> known(reply, id));
            case Codes.ELSEWHERE -> Optional.of(new ClusterAnswer.Elsewhere(reply.length(2)));
            case Codes.LATER ->
                Optional.of(new ClusterAnswer.Later(reply.length(2), Codes.scope(reply.text(3)), reply.number(4) == 1));
            default -> throw Reply.unfit();
        };
    }

    private Arguments arguments(final ClusterRequest request, final Optional<Wanted> wanted) {
        final Arguments arguments = new Arguments()
                .atLeast(slack)
                .number(request.priority() == Priority.INTERACTIVE ? 1 : 0)
                .atLeast(GRACE);
        if (wanted.isPresent()) {
            arguments.atLeast(terms.lease());
            arguments.atMost(wanted.get().maximumAge());
            arguments.atMost(wanted.get().minimumInterval());
            arguments.number(wanted.get().flight());
        } else {
            arguments.none().none().none().number(0);
        }
        final LimitScope lane = request.token() ? LimitScope.TOKEN_ENDPOINT : LimitScope.ACCOUNT;
        return arguments
                .text(Codes.word(lane))
                .limits(limits(lane))
                .limits(request.token() ? List.of() : limits(LimitScope.SIM));
    }

    @Override
    public Optional<Known> look(final SimId sim) {
        final Reply reply = calls.ask(Script.LOOK, new Arguments().text(keys.sim(keys.nameOf(sim))), new Arguments());
        return reply.code() == Codes.KNOWN ? known(reply, sim).map(Known.class::cast) : Optional.empty();
    }

    @Override
    public void notSent(final Granted permit) {
        final PermitText known = PermitText.read(permit.permit());
        release(known, keys.lane(known.token()));
    }

    @Override
    public void giveBackForSim(final Granted permit) {
        final PermitText known = PermitText.read(permit.permit());
        if (known.sim().isPresent()) {
            release(known, keys.account());
        }
    }

    @Override
    public void hold(final LimitScope scope, final Optional<SimId> sim, final Duration length) {
        if (scope == LimitScope.SIM && sim.isEmpty()) {
            return;
        }
        unsaid.hold(scope, scope == LimitScope.SIM ? sim.map(keys::nameOf) : Optional.empty(), length, this::say);
    }

    @Override
    public void landed(final SimId sim, final long flight, final Optional<UsageReport> report, final Duration age) {
        final Arguments arguments = new Arguments()
                .number(flight)
                .atLeast(longestOfSim())
                .text(calls.now())
                .atLeast(age)
                .atMost(terms.keptFor());
        report.flatMap(ReportBytes::write).ifPresentOrElse(arguments::bytes, arguments::none);
        calls.tell(Script.LANDED, new Arguments().text(keys.sim(keys.nameOf(sim))), arguments);
    }

    @Override
    public ClusterToken token(final String credentials, final long newerThan, final boolean refresh) {
        return tokens.token(credentials, newerThan);
    }

    @Override
    public Optional<Long> fetched(
            final String credentials, final long fence, final AccessToken token, final Duration age) {
        return tokens.fetched(credentials, fence, token, age);
    }

    @Override
    public void notFetched(final String credentials, final long fence, final Duration pause) {
        tokens.notFetched(credentials, fence, pause);
    }

    private CompletionStage<?> say(final UnsaidHolds.Hold hold) {
        final Arguments places = new Arguments();
        hold.sim().ifPresent(name -> places.text(keys.sim(name)));
        return calls.tell(
                Script.HOLD,
                places,
                new Arguments()
                        .text(Codes.word(hold.scope()))
                        .atLeast(hold.length())
                        .atLeast(longestOfSim()));
    }

    private void release(final PermitText permit, final String lane) {
        calls.tell(
                Script.RELEASE,
                new Arguments().text(lane).text(permit.sim().map(keys::sim).orElseGet(keys::account)),
                new Arguments().number(permit.number()).number(permit.latest()).atLeast(longestOfSim()));
    }

    private static Optional<ClusterAnswer> known(final Reply reply, final SimId sim) {
        return ReportBytes.read(reply.bytes(4), sim).map(report -> new Known(report, reply.length(2), reply.length(3)));
    }

    private List<RateLimit> limits(final LimitScope scope) {
        return terms.limits().stream().filter(limit -> limit.scope() == scope).toList();
    }

    private Duration longestOfSim() {
        return limits(LimitScope.SIM).stream()
                .map(RateLimit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
