package dev.anycarrier.engine.token;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.flight.Flights;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.TokenTimes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The access token of one account, fetched once for all who need it.
 *
 * <p>Each token has a generation: a refusal of an older one than the one at hand leads to no fetch. A little before its
 * end a token is replaced in passing, while it serves on. A failed fetch is shared by all who wait for it, and answers for
 * the fetches that are not made until a pause has passed, which grows from failure to failure; so does the pause between
 * tokens that are refused as soon as they were fetched. Other credentials lead to another token. Thread-safe.
 */
public final class AccessTokens implements AutoCloseable {

    private final TokenShelf shelf;
    private final TokenFetch fetch;
    private final Flights<Slot, Fetched> flights;
    private final Ports ports;
    private final Duration attemptTimeout;

    /** None yet, of an account that no other node uses. */
    public AccessTokens(
            final Function<? super Flight, AccessToken> fetch,
            final Supplier<List<Secret>> credentials,
            final Ports ports,
            final Duration attemptTimeout) {
        this(fetch, credentials, ports, attemptTimeout, Optional.empty());
    }

    /**
     * None yet.
     *
     * @param fetch asks the carrier for a token, on behalf of those who wait for it; says when the request was sent
     * @param credentials the account's secrets in force, or an empty list if they are fixed
     * @param attemptTimeout the longest that one attempt may take
     * @param shared where other nodes find the token too
     */
    public AccessTokens(
            final Function<? super Flight, AccessToken> fetch,
            final Supplier<List<Secret>> credentials,
            final Ports ports,
            final Duration attemptTimeout,
            final Optional<SharedTokens> shared) {
        this.shelf = new TokenShelf(ports);
        this.fetch = new TokenFetch(fetch, credentials, shelf, attemptTimeout, shared, ports);
        this.flights = new Flights<>(ports, "anycarrier-token");
        this.ports = ports;
        this.attemptTimeout = attemptTimeout;
    }

    /**
     * A token, its number in the order of tokens, and its times on the monotonic clock.
     *
     * @param obtainedAt when its request left, or its fetch was begun if that is not known
     * @param usableUntil when a new one is needed
     */
    public record Held(AccessToken token, long generation, long obtainedAt, long usableUntil) {}

    /**
     * A usable token. Blocks while there is none.
     *
     * @param turn on whose behalf
     * @throws UsageException as the fetch ended or had ended just before; {@code DEADLINE_EXCEEDED}, {@code CANCELLED},
     *     {@code TOO_MANY_REQUESTS} as in {@link Flights#join}
     */
    public Held get(final Turn turn) {
        return newerThan(0, turn);
    }

    /**
     * A usable token that is newer than the one the carrier refused. Blocks while there is none.
     *
     * @throws UsageException as {@link #get}; also {@code AUTHENTICATION_FAILED} if the carrier refuses one new token
     *     after the other and it is too soon for the next
     */
    public Held after(final Held refused, final Turn turn) {
        return newerThan(refused.generation(), turn);
    }

    /** The token at hand, usable or not, and the one before it, which a late answer may still echo. */
    public Stream<Secret> recent() {
        return shelf.recent().stream();
    }

    /** The times of the token at hand, or empty if there is none. */
    public Optional<TokenTimes> times() {
        return shelf.times();
    }

    /** Drops the tokens; whoever waits for one gets {@code CANCELLED}, and so does whoever comes later. Idempotent. */
    @Override
    public void close() {
        shelf.close();
        flights.cancel();
    }

    /**
     * Waits for a fetch under way that {@link #close} has ended.
     *
     * @param deadline how long at most, on the monotonic clock
     */
    public void awaitEnd(final long deadline) {
        flights.drain(deadline);
    }

    private Held newerThan(final long refused, final Turn turn) {
        while (true) {
            final Optional<List<Secret>> inForce = fetch.credentials();
            final TokenStep step = shelf.next(refused, inForce);
            if (step instanceof TokenStep.Fail fail) {
                throw shelf.told(fail);
            }
            if (step instanceof TokenStep.Use use) {
                if (use.refresh()) {
                    refresh();
                }
                return use.fetched().held();
            }
            final Fetched fetched = fetched(refused, turn);
            // Whoever joined a fetch that was not quite for the same thing looks again.
            if (fetched.held().generation() > refused && fetched.fits(inForce)) {
                return fetched.held();
            }
        }
    }

    private Fetched fetched(final long refused, final Turn turn) {
        try {
            return join(refused, turn);
        } catch (final UsageException failure) {
            if (failure.kind() != Kind.DEADLINE_EXCEEDED
                    || turn.deadline() - ports.time().nanoTime() <= 0) {
                throw failure;
            }
            // It was begun for somebody with less time.
            return join(refused, turn);
        }
    }

    private Fetched join(final long refused, final Turn turn) {
        return flights.join(Slot.ONLY, turn, flight -> fetch.run(refused, false, flight));
    }

    /** Replaces the token at hand without anybody waiting for it. */
    private void refresh() {
        final long deadline = ports.time().nanoTime() + attemptTimeout.toNanos();
        try {
            flights.launch(Slot.ONLY, deadline, Priority.SWEEP, flight -> fetch.run(0, true, flight));
        } catch (final UsageException noThread) {
            shelf.failed(noThread, fetch.credentials());
        }
    }

    /** There is one token, so there is one key. */
    private enum Slot {
        ONLY
    }
}
