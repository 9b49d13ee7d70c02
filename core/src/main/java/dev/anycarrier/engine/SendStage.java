package dev.anycarrier.engine;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.limit.SharedBudget;
import dev.anycarrier.engine.limit.SharedPermit;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.engine.token.AccessTokens;
import dev.anycarrier.engine.token.SharedTokens;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.watch.TokenTimes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Surrounds every request of one account: whoever sends it and why, it passes {@link #attempt} and nothing else.
 * Thread-safe.
 */
public final class SendStage {

    private final Wire wire;
    private final Origins origins;
    private final RateLimiter limiter;
    private final Duration attemptTimeout;
    private final Ports ports;
    private final Statistics statistics;
    private final Supplier<List<Secret>> credentials;
    private final Optional<Shared> shared;
    private final List<AccessTokens> tokens = new CopyOnWriteArrayList<>();
    private final List<Consumer<HttpResponse>> watchers = new CopyOnWriteArrayList<>();

    /**
     * What several nodes share of the account.
     *
     * @param budget what the carrier allows them together
     * @param secrets the account's secrets as they are now, whether they can change or not
     */
    public record Shared(SharedBudget budget, Supplier<List<Secret>> secrets) {

        private SharedTokens tokens(final int place) {
            return new SharedTokens(budget.account(), secrets, place);
        }
    }

    /** A stage for one account that no other node uses. */
    public SendStage(
            final Wire wire,
            final Origins origins,
            final RateLimiter limiter,
            final Duration attemptTimeout,
            final Ports ports,
            final Statistics statistics,
            final Supplier<List<Secret>> credentials) {
        this(wire, origins, limiter, attemptTimeout, ports, statistics, credentials, Optional.empty());
    }

    /**
     * A stage for one account.
     *
     * @param wire the way to the carrier
     * @param origins where requests may go
     * @param limiter what the carrier allows
     * @param attemptTimeout the longest that one attempt may take
     * @param credentials the account's secrets as they are now; empty if none of them can change
     * @param shared what other nodes share with this one
     */
    public SendStage(
            final Wire wire,
            final Origins origins,
            final RateLimiter limiter,
            final Duration attemptTimeout,
            final Ports ports,
            final Statistics statistics,
            final Supplier<List<Secret>> credentials,
            final Optional<Shared> shared) {
        this.wire = wire;
        this.origins = origins;
        this.limiter = limiter;
        this.attemptTimeout = attemptTimeout;
        this.ports = ports;
        this.statistics = statistics;
        this.credentials = credentials;
        this.shared = shared;
    }

    /** A transport whose requests carry the authentication. */
    public Transport transport(final Authentication authentication) {
        if (authentication instanceof Authentication.TokenExchange exchange) {
            final int place = tokens.size();
            final AccessTokens own = new AccessTokens(
                    flight -> fetch(exchange, flight),
                    credentials,
                    ports,
                    attemptTimeout,
                    shared.map(its -> its.tokens(place)));
            tokens.add(own);
            return new TokenTransport(exchange, own, this, ports.time());
        }
        final Authentication.Signing signing = (Authentication.Signing) authentication;
        return request -> attempt(signing.apply(request), Purpose.QUESTION);
    }

    /**
     * Sees to it that there are access tokens, as for a question.
     *
     * @return whether this account's requests carry any
     * @throws dev.anycarrier.spi.UsageException as the fetch ended
     */
    public boolean obtainTokens() {
        tokens.forEach(each -> each.get(turn()));
        return !tokens.isEmpty();
    }

    /** One request as it is, without proof of who asks. */
    public HttpResponse plain(final HttpRequest request) {
        return attempt(request, Purpose.QUESTION);
    }

    /**
     * Does something, and tells a watcher of each answer that comes meanwhile, whatever it is to.
     *
     * @param watcher called on the threads that asked, several at once
     */
    public <T> T watching(final Consumer<HttpResponse> watcher, final Supplier<T> what) {
        watchers.add(watcher);
        try {
            return what.get();
        } finally {
            watchers.remove(watcher);
        }
    }

    /** The access tokens that an answer may still echo, for whoever must keep them out of sight. */
    public List<Secret> accessTokens() {
        return tokens.stream().flatMap(AccessTokens::recent).toList();
    }

    /** The times of the token at hand that ends first, or empty if there is none. */
    public Optional<TokenTimes> tokenTimes() {
        return tokens.stream().flatMap(each -> each.times().stream()).min(Comparator.comparing(TokenTimes::left));
    }

    /** Ends whoever waits for a permit or a token, and forgets every token. Idempotent. */
    public void close() {
        limiter.close();
        shared.ifPresent(its -> its.budget().close());
        tokens.forEach(AccessTokens::close);
    }

    /**
     * Waits for the threads that {@link #close} has ended.
     *
     * @param deadline how long at most, on the monotonic clock
     */
    public void awaitEnd(final long deadline) {
        tokens.forEach(each -> each.awaitEnd(deadline));
    }

    /** One request on the wire. */
    HttpResponse attempt(final HttpRequest request, final Purpose purpose) {
        origins.require(request.address());
        final Optional<Call> call = Call.current();
        final Turn turn = turn();
        final Optional<SimId> sim = call.isPresent() ? call.get().question().sim() : Optional.empty();
        if (shared.isPresent()) {
            return attemptShared(shared.get().budget(), request, purpose, call, sim, turn);
        }
        return send(request, purpose, limiter.acquire(purpose == Purpose.TOKEN, sim, turn), call);
    }

    /** Goes on until a permit was given, and the request written while it was good; or not at all. */
    private HttpResponse attemptShared(
            final SharedBudget budget,
            final HttpRequest request,
            final Purpose purpose,
            final Optional<Call> call,
            final Optional<SimId> sim,
            final Turn turn) {
        while (true) {
            final Optional<SharedFlight> flight =
                    purpose == Purpose.TOKEN ? Optional.empty() : call.flatMap(Call::flight);
            final SharedPermit permit = flight.isPresent()
                    ? flight.get().permit(budget, turn)
                    : budget.acquire(purpose == Purpose.TOKEN, sim, turn);
            try {
                return send(request, purpose, permit, call);
            } catch (final UsageException failure) {
                if (!permit.isTooLate() || turn.deadline() - ports.time().nanoTime() <= 0) {
                    throw failure;
                }
            }
        }
    }

    private HttpResponse send(
            final HttpRequest request,
            final Purpose purpose,
            final RateLimiter.Permit permit,
            final Optional<Call> call) {
        try {
            if (Thread.currentThread().isInterrupted()) {
                permit.notSent();
                throw UsageException.of(Kind.CANCELLED, "interrupted before anything was sent")
                        .build();
            }
            statistics.sent(purpose);
            // Not cut at the deadline of whoever waits: they leave by themselves, and the answer is kept for the next.
            final long deadline = ports.time().nanoTime() + attemptTimeout.toNanos();
            final HttpResponse response = wire.send(request, deadline, new Leaving(permit, call));
            permit.answered(response);
            for (final Consumer<HttpResponse> watcher : watchers) {
                watcher.accept(response);
            }
            return response;
        } finally {
            permit.done();
        }
    }

    /** Who waits: for the current call; outside any, for the time of one attempt. */
    Turn turn() {
        final Optional<Call> call = Call.current();
        return call.isPresent() ? call.get().turn() : new LoneTurn(ports.time().nanoTime() + attemptTimeout.toNanos());
    }

    private AccessToken fetch(final Authentication.TokenExchange exchange, final Flight flight) {
        return new Call(Question.accessToken(), flight, flight::sent)
                .run(() -> exchange.fetchToken(request -> attempt(request, Purpose.TOKEN)));
    }

    /** Tells the permit and the call that the request has left. */
    private record Leaving(RateLimiter.Permit permit, Optional<Call> call) implements Wire.Written {

        @Override
        public boolean mayBeWritten() {
            return permit.mayBeWritten();
        }

        @Override
        public void sent() {
            permit.sent();
            if (call.isPresent()) {
                call.get().sent().run();
            }
        }

        @Override
        public void notSent() {
            permit.notSent();
        }
    }

    private record LoneTurn(long deadline) implements Turn {

        @Override
        public Priority priority() {
            return Priority.INTERACTIVE;
        }

        @Override
        public void waitsUntil(final long at, final UsageException refusal) {}

        @Override
        public void onChange(final Runnable changed) {}
    }
}
