package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Surrounds every request of one account: whoever sends it and why, it passes {@link #attempt} and nothing else.
 * Thread-safe.
 */
public final class SendStage {

    private final Exchange exchange;
    private final Origins origins;
    private final Limits limits;
    private final Duration attemptTimeout;
    private final Ports ports;
    private final Statistics statistics;
    private final List<AccessTokens> tokens = new CopyOnWriteArrayList<>();

    /**
     * A stage for one account.
     *
     * @param exchange the way to the wire
     * @param origins where requests may go
     * @param limits what the carrier allows
     * @param attemptTimeout the longest that one attempt may take
     */
    public SendStage(
            final Exchange exchange,
            final Origins origins,
            final Limits limits,
            final Duration attemptTimeout,
            final Ports ports,
            final Statistics statistics) {
        this.exchange = exchange;
        this.origins = origins;
        this.limits = limits;
        this.attemptTimeout = attemptTimeout;
        this.ports = ports;
        this.statistics = statistics;
    }

    /** A transport whose requests carry the authentication. */
    public Transport transport(final Authentication authentication) {
        if (authentication instanceof Authentication.TokenExchange exchangeOfTokens) {
            final AccessTokens shared = new AccessTokens(
                    () -> exchangeOfTokens.fetchToken(request -> attempt(request, Purpose.TOKEN)), ports.time());
            tokens.add(shared);
            return new TokenTransport(exchangeOfTokens, shared, this, ports.time());
        }
        final Authentication.Signing signing = (Authentication.Signing) authentication;
        return request -> attempt(signing.apply(request), Purpose.QUESTION);
    }

    /** The access tokens that an answer may still echo, for whoever must keep them out of sight. */
    public List<Secret> accessTokens() {
        return tokens.stream().flatMap(AccessTokens::recent).toList();
    }

    /** Forgets every access token. */
    public void close() {
        tokens.forEach(AccessTokens::forget);
    }

    /** One request on the wire. */
    HttpResponse attempt(final HttpRequest request, final Purpose purpose) {
        origins.require(request.uri());
        final long callDeadline = deadline();
        final Limits.Permit permit = limits.acquire(purpose, Call.current(), callDeadline);
        final long attemptDeadline = ports.time().nanoTime() + attemptTimeout.toNanos();
        statistics.sent(purpose);
        if (attemptDeadline - callDeadline < 0) {
            return answered(exchange.send(request, attemptDeadline), permit);
        }
        try {
            return answered(exchange.send(request, callDeadline), permit);
        } catch (final UsageException failure) {
            throw ports.time().nanoTime() - callDeadline < 0 ? failure : outOfTime(failure);
        }
    }

    /** A refused proof of identity tells nothing about the SIM, so it does not use up what is allowed for the SIM. */
    private static HttpResponse answered(final HttpResponse response, final Limits.Permit permit) {
        if (response.status() == 401) {
            permit.giveBackForSim();
        }
        return response;
    }

    /** When the time of the current call is over; outside any, that of one attempt. */
    long deadline() {
        return Call.current().map(Call::deadline).orElseGet(() -> ports.time().nanoTime() + attemptTimeout.toNanos());
    }

    private static UsageException outOfTime(final UsageException failure) {
        return failure.kind() == Kind.CANCELLED
                ? failure
                : failure.toBuilder()
                        .as(Kind.DEADLINE_EXCEEDED, "the time of the call was over: " + failure.detail())
                        .build();
    }
}
