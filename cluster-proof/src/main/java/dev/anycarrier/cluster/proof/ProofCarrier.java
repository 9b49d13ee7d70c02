package dev.anycarrier.cluster.proof;

import dev.anycarrier.cluster.proof.law.Hold;
import dev.anycarrier.cluster.proof.law.Terms;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.testkit.IssuedTokens;
import dev.anycarrier.testkit.Ledger;
import dev.anycarrier.testkit.Ledger.Purpose;
import dev.anycarrier.testkit.RequestLimit;
import dev.anycarrier.testkit.SimulatorAnswer;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.SimulatorRequest;
import dev.anycarrier.testkit.SimulatorRoute;
import dev.anycarrier.testkit.SimulatorServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A carrier that speaks as Airalo does, with limits and lifetimes of seconds. It knows every SIM. It refuses what is over a limit,
 * and what it is told to. Thread-safe.
 */
final class ProofCarrier implements AutoCloseable {

    private static final String ONE_KEY = "";

    private final Terms terms;
    private final Watch watch;
    private final IssuedTokens tokens;
    private final Map<LimitScope, RequestLimit> limits = new ConcurrentSkipListMap<>();
    private final AtomicReference<Optional<Duration>> nextRefusal = new AtomicReference<>(Optional.empty());
    private final Queue<Hold> holds = new ConcurrentLinkedQueue<>();
    private final SimulatorServer server;

    ProofCarrier(final long seed, final Terms terms, final Watch watch) {
        this.terms = terms;
        this.watch = watch;
        this.tokens = new IssuedTokens(seed, terms.tokenLifetime());
        for (final RateLimit limit : terms.limits()) {
            limits.put(limit.scope(), new RequestLimit(limit.requests(), limit.window()));
        }
        this.server = SimulatorServer.start(
                SimulatorOptions.seeded(seed).withClock(watch.clock()),
                List.of(
                        SimulatorRoute.get("/v2/sims/{sim}/usage", Purpose.USAGE, this::usage),
                        SimulatorRoute.post("/v2/token", Purpose.TOKEN, this::token)),
                SimulatorAnswer.of(404, "{\"data\":[],\"meta\":{\"message\":\"messages.resource_not_found\"}}"));
    }

    URI address() {
        return server.address();
    }

    Ledger ledger() {
        return server.ledger();
    }

    List<Hold> holds() {
        return List.copyOf(holds);
    }

    /** Refuses the next question, and wants none for a while. */
    void refuseNext(final Duration retryAfter) {
        nextRefusal.set(Optional.of(retryAfter));
    }

    @Override
    public void close() {
        server.close();
    }

    private SimulatorAnswer token(final SimulatorRequest request) {
        watch.changed();
        return overLimit(LimitScope.TOKEN_ENDPOINT, ONE_KEY, request)
                .orElseGet(() -> SimulatorAnswer.ok(
                        """
                        {"data":{"token_type":"Bearer","expires_in":%d,"access_token":"%s"},\
                        "meta":{"message":"success"}}""".formatted(terms.tokenLifetime().toSeconds(), tokens.issue(request.time()))));
    }

    private SimulatorAnswer usage(final SimulatorRequest request) {
        watch.changed();
        if (!tokens.accepts(request)) {
            return SimulatorAnswer.of(401, "{\"data\":[],\"meta\":{\"message\":\"Unauthenticated.\"}}");
        }
        final Optional<Duration> refusal = nextRefusal.getAndSet(Optional.empty());
        if (refusal.isPresent()) {
            holds.add(new Hold(request.time(), request.time().plus(refusal.get())));
            return refused(refusal.get().toSeconds());
        }
        return overLimit(LimitScope.ACCOUNT, ONE_KEY, request)
                .or(() -> overLimit(LimitScope.SIM, request.variable(SimulatorRoute.SIM), request))
                .orElseGet(() -> SimulatorAnswer.ok("""
                        {"data":{"remaining":512,"total":1024,"expired_at":null,"is_unlimited":false,"status":"ACTIVE",\
                        "remaining_voice":0,"remaining_text":0,"total_voice":0,"total_text":0},\
                        "meta":{"message":"api.succes"}}"""));
    }

    private Optional<SimulatorAnswer> overLimit(
            final LimitScope scope, final String key, final SimulatorRequest request) {
        final Instant now = request.time();
        return Optional.ofNullable(limits.get(scope))
                .map(limit -> limit.ask(key, now))
                .filter(verdict -> !verdict.admitted())
                .map(verdict -> refused(verdict.secondsToReset(now)));
    }

    private static SimulatorAnswer refused(final long seconds) {
        return SimulatorAnswer.of(429, "{\"message\":\"Too Many Attempts.\"}")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
