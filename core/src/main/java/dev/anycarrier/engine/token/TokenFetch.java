package dev.anycarrier.engine.token;

import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One fetch of a token, and what is remembered of it. Thread-safe. */
final class TokenFetch {

    private final Function<? super Flight, AccessToken> fetch;
    private final Supplier<List<Secret>> credentials;
    private final TokenShelf shelf;
    private final Duration attemptTimeout;
    private final Optional<SharedTokens> shared;
    private final Ports ports;

    TokenFetch(
            final Function<? super Flight, AccessToken> fetch,
            final Supplier<List<Secret>> credentials,
            final TokenShelf shelf,
            final Duration attemptTimeout,
            final Optional<SharedTokens> shared,
            final Ports ports) {
        this.fetch = fetch;
        this.credentials = credentials;
        this.shelf = shelf;
        this.attemptTimeout = attemptTimeout;
        this.shared = shared;
        this.ports = ports;
    }

    /** The credentials in force, or empty if they cannot be told now. */
    Optional<List<Secret>> credentials() {
        try {
            return Optional.of(List.copyOf(credentials.get()));
        } catch (final RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Fetches a token, unless meanwhile somebody else did, or failed.
     *
     * @param refused the generation that the carrier refused, or 0
     * @param inPassing whether the token at hand is to be replaced though it still serves
     */
    Fetched run(final long refused, final boolean inPassing, final Flight flight) {
        final Optional<List<Secret>> inForce = credentials();
        final TokenStep step = shelf.next(refused, inForce);
        if (step instanceof TokenStep.Use use && !(inPassing && use.refresh())) {
            return use.fetched();
        }
        if (step instanceof TokenStep.Fail fail) {
            throw shelf.told(fail);
        }
        if (inForce.isEmpty()) {
            throw shelf.failed(
                    UsageException.of(Kind.AUTHENTICATION_FAILED, "the account's secrets cannot be read")
                            .build(),
                    inForce);
        }
        if (shared.isPresent()) {
            final Optional<Fetched> atHand =
                    step instanceof TokenStep.Use use ? Optional.of(use.fetched()) : Optional.empty();
            return new SharedFetch(
                            shared.get(), shelf, ports, departure -> token(shelf.now(), inForce, inPassing, departure))
                    .run(inForce.get(), atHand, flight);
        }
        final Departure departure = new Departure(flight, shelf);
        final AccessToken token = token(shelf.now(), inForce, inPassing, departure);
        return shelf.fetched(token, inForce.get(), departure.at());
    }

    private AccessToken token(
            final long begun, final Optional<List<Secret>> inForce, final boolean inPassing, final Flight flight) {
        try {
            return fetch.apply(flight);
        } catch (final UsageException failure) {
            throw remembered(failure, inForce, inPassing || ranFullTime(begun));
        } catch (final Throwable thrown) {
            shelf.failed(TokenShelf.broken(thrown), inForce);
            throw thrown;
        }
    }

    private UsageException remembered(
            final UsageException failure, final Optional<List<Secret>> inForce, final boolean ranFullTime) {
        if (failure.kind() == Kind.CANCELLED) {
            return failure;
        }
        if (failure.kind() == Kind.DEADLINE_EXCEEDED) {
            // Those who had too little time say nothing about the carrier.
            return ranFullTime ? shelf.failed(TokenShelf.late(), inForce) : failure;
        }
        if (shared.isPresent() && local(failure)) {
            // The store of all nodes may be back at once.
            return failure;
        }
        if (limitedByUs(failure)) {
            shelf.limited(failure);
            return failure;
        }
        return shelf.failed(failure, inForce);
    }

    private boolean ranFullTime(final long begun) {
        return shelf.now() - begun >= attemptTimeout.toNanos();
    }

    /** Whether it failed for want of something on our own side. */
    static boolean local(final UsageException failure) {
        return failure.unavailableCause().filter(UnavailableCause.LOCAL::equals).isPresent();
    }

    /** Whether the request was not even sent; a carrier's refusal has a status. */
    static boolean limitedByUs(final UsageException failure) {
        return failure.kind() == Kind.TOO_MANY_REQUESTS
                && failure.status().isEmpty()
                && failure.notBefore().isPresent();
    }
}
