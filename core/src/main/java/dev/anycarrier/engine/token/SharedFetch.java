package dev.anycarrier.engine.token;

import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.limit.Patience;
import dev.anycarrier.engine.port.ClusterToken;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One fetch of a token that several nodes share: what another has fetched is used, and one of them fetches for all. The leave
 * to fetch is not kept while a limit makes its request wait for long: then others may come first. Thread-safe.
 */
final class SharedFetch {

    private static final Duration AFTER_AN_ACCIDENT = Duration.ofSeconds(1);

    private final SharedTokens shared;
    private final TokenShelf shelf;
    private final Ports ports;
    private final Function<? super Departure, AccessToken> fetch;

    /**
     * Fetches of one account.
     *
     * @param fetch asks the carrier, and remembers a failure as it is to be
     */
    SharedFetch(
            final SharedTokens shared,
            final TokenShelf shelf,
            final Ports ports,
            final Function<? super Departure, AccessToken> fetch) {
        this.shared = shared;
        this.shelf = shelf;
        this.ports = ports;
        this.fetch = fetch;
    }

    /**
     * A token that is newer than any known here.
     *
     * @param atHand the one that is to be replaced in passing, and does until then; empty if there is none that does
     */
    Fetched run(final List<Secret> inForce, final Optional<Fetched> atHand, final Flight flight) {
        final String credentials = shared.credentials();
        final Patience patience = new Patience(ports.time());
        while (true) {
            final long askedAt = shelf.now();
            final long newerThan = shelf.lastNumber();
            final ClusterToken answer = token(credentials, newerThan, atHand, askedAt);
            final Optional<Fetched> fetched;
            if (answer instanceof ClusterToken.Held held) {
                fetched = held(held, newerThan, inForce, askedAt);
            } else if (answer instanceof ClusterToken.Fetch leave) {
                fetched = fetch(credentials, leave.fence(), inForce, flight);
            } else if (answer instanceof ClusterToken.Elsewhere elsewhere) {
                fetched = waited(elsewhere, atHand, patience, flight);
            } else {
                fetched = Optional.of(ofItsOwn(inForce, flight));
            }
            if (fetched.isPresent()) {
                return fetched.get();
            }
        }
    }

    private ClusterToken token(
            final String credentials, final long newerThan, final Optional<Fetched> atHand, final long askedAt) {
        try {
            return shared.store().token(credentials, newerThan, atHand.isPresent());
        } catch (final UsageException storeAway) {
            if (atHand.isEmpty() && shared.mayFetchWithoutStore(askedAt)) {
                return new ClusterToken.Own();
            }
            if (atHand.isEmpty()) {
                throw storeAway;
            }
            return new ClusterToken.Elsewhere(AFTER_AN_ACCIDENT, true);
        }
    }

    /** Somebody else is at it: whoever has a token goes on with that, and whoever has none looks again a little later. */
    private Optional<Fetched> waited(
            final ClusterToken.Elsewhere elsewhere,
            final Optional<Fetched> atHand,
            final Patience patience,
            final Flight flight) {
        if (atHand.isPresent()) {
            shelf.refreshNotBefore(elsewhere.pause());
            return atHand;
        }
        if (elsewhere.failed()) {
            throw SharedTokens.failedElsewhere().toBuilder()
                    .notBefore(ports.time().instant().plus(elsewhere.pause()))
                    .build();
        }
        patience.pause(elsewhere.pause(), flight);
        return Optional.empty();
    }

    private Optional<Fetched> fetch(
            final String credentials, final long fence, final List<Secret> inForce, final Flight flight) {
        final long mayBeSentUntil = shelf.now() + shared.timeToSend().toNanos();
        final Departure departure = Departure.until(mayBeSentUntil, flight, shelf);
        final AccessToken token;
        try {
            token = fetch.apply(departure);
        } catch (final UsageException failure) {
            shared.store().notFetched(credentials, fence, pause(failure));
            if (!comesInTime(failure, mayBeSentUntil, flight)) {
                throw failure;
            }
            waitFor(failure, flight);
            return Optional.empty();
        } catch (final Throwable thrown) {
            shared.store().notFetched(credentials, fence, AFTER_AN_ACCIDENT);
            throw thrown;
        }
        return Optional.of(
                shelf.fetched(token, inForce, departure.at(), number(credentials, fence, token, departure.at())));
    }

    /** The number of a token that others may use too; 0 if they do not know it. */
    private long number(final String credentials, final long fence, final AccessToken token, final long begun) {
        try {
            return shared.store()
                    .fetched(credentials, fence, token, Duration.ofNanos(shelf.now() - begun))
                    .orElse(0L);
        } catch (final UsageException storeAway) {
            return 0;
        }
    }

    private Fetched ofItsOwn(final List<Secret> inForce, final Flight flight) {
        final Departure departure = new Departure(flight, shelf);
        return shelf.fetched(fetch.apply(departure), inForce, departure.at());
    }

    /** Takes over a token as old as it may be: from before it was asked for. Empty if it ends too soon to be of use. */
    private Optional<Fetched> held(
            final ClusterToken.Held held, final long newerThan, final List<Secret> inForce, final long askedAt) {
        if (held.number() <= newerThan) {
            throw SharedTokens.wrongToken();
        }
        final Fetched fetched =
                shelf.fetched(held.token(), inForce, askedAt - held.age().toNanos(), held.number());
        return shelf.now() - fetched.held().usableUntil() < 0 ? Optional.of(fetched) : Optional.empty();
    }

    /** Whether only the leave was too short for what the limit made the request wait. */
    private boolean comesInTime(final UsageException failure, final long mayBeSentUntil, final Flight flight) {
        final long now = shelf.now();
        final long left = flight.deadline() - now;
        if (failure.kind() == Kind.DEADLINE_EXCEEDED) {
            return left > 0 && now - mayBeSentUntil >= 0;
        }
        return failure.kind() == Kind.TOO_MANY_REQUESTS
                && failure.status().isEmpty()
                && failure.notBefore().isPresent()
                && Duration.between(ports.time().instant(), failure.notBefore().get())
                                .compareTo(Duration.ofNanos(left))
                        < 0;
    }

    private void waitFor(final UsageException refusal, final Flight flight) {
        final Duration wait = refusal.notBefore()
                .map(at -> Duration.between(ports.time().instant(), at))
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO);
        flight.waitsUntil(shelf.now() + wait.toNanos(), refusal);
        try {
            ports.time().sleep(wait);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while waiting for the carrier's limit")
                    .build();
        }
    }

    /** How long no node is to try again: as long as this one does not, if the carrier is why. */
    private Duration pause(final UsageException failure) {
        final boolean ours = failure.kind() == Kind.CANCELLED
                || failure.kind() == Kind.DEADLINE_EXCEEDED
                || TokenFetch.limitedByUs(failure)
                || TokenFetch.local(failure);
        return ours
                ? Duration.ZERO
                : failure.notBefore()
                        .map(at -> Duration.between(ports.time().instant(), at))
                        .filter(time -> !time.isNegative())
                        .orElse(Duration.ZERO);
    }
}
