package dev.anycarrier.engine.token;

import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of an account's token: decides, and never waits. Used under a lock; times are the monotonic clock's. */
final class TokenLife {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);
    private static final int MARGIN_SHARE = 10;
    private static final int REFRESH_SHARE = 5;

    private final RandomGenerator random;
    private final FailedFetches failures;
    private final Refusals refusals;
    private @Nullable Fetched current;
    private @Nullable Held replaced;
    private long generations;
    private long lastNumber;
    private long refreshFrom;
    private boolean closed;

    TokenLife(final RandomGenerator random) {
        final TokenBackoff backoff = new TokenBackoff(random);
        this.random = random;
        this.failures = new FailedFetches(backoff);
        this.refusals = new Refusals(backoff);
    }

    /**
     * What to do for one who needs a token.
     *
     * @param refused the generation that the carrier refused, or 0: a newer one is needed
     * @param credentials those in force, or empty if they cannot be told
     * @throws UsageException {@code CANCELLED} after {@link #close}
     */
    TokenStep next(final long refused, final Optional<List<Secret>> credentials, final long now) {
        requireOpen();
        if (current != null && current.fits(credentials)) {
            final Held held = current.held();
            if (held.generation() > refused && now - held.usableUntil() < 0) {
                return new TokenStep.Use(current, now - refreshFrom >= 0);
            }
            if (held.generation() == refused) {
                final Optional<TokenStep.Fail> tooOften = refusals.add(held, now);
                if (tooOften.isPresent()) {
                    return tooOften.get();
                }
            }
        }
        final Optional<TokenStep.Fail> standing = failures.standing(credentials, now);
        return standing.isPresent() ? standing.get() : new TokenStep.Fetch();
    }

    /** Keeps a token that no other node knows. */
    Fetched fetched(final AccessToken token, final List<Secret> credentials, final long begun, final long now) {
        return fetched(token, credentials, begun, 0, now);
    }

    /**
     * Keeps a fetched token.
     *
     * @param begun when its fetch began
     * @param credentials those in force then
     * @param number by which other nodes know it; 0 if they do not
     * @throws UsageException {@code CANCELLED} after {@link #close}
     */
    Fetched fetched(
            final AccessToken token,
            final List<Secret> credentials,
            final long begun,
            final long number,
            final long now) {
        requireOpen();
        final long usable = usable(token);
        final long lastPart = usable / REFRESH_SHARE;
        refreshFrom = begun + usable - lastPart + random.nextLong(lastPart + 1);
        replaced = current == null ? null : current.held();
        refusals.fetched(generations, now);
        current = new Fetched(new Held(token, ++generations, begun, begun + usable), credentials, number);
        lastNumber = number == 0 ? lastNumber : number;
        failures.clear();
        return current;
    }

    /**
     * Remembers that a fetch failed; the token at hand serves on.
     *
     * @param notBefore what the failure says about the next try, or empty
     * @param credentials those in force when it began, or empty if they could not be told
     * @throws UsageException {@code CANCELLED} after {@link #close}
     */
    TokenStep.Fail failed(
            final UsageException failure,
            final OptionalLong notBefore,
            final Optional<List<Secret>> credentials,
            final long now) {
        requireOpen();
        final TokenStep.Fail standing = failures.add(failure, notBefore, credentials, now);
        refreshNotBefore(standing.until());
        return standing;
    }

    /** Does not fetch a token in passing before then. */
    void refreshNotBefore(final long at) {
        if (at - refreshFrom > 0) {
            refreshFrom = at;
        }
    }

    /** The number of the last token that other nodes know too; 0 if there was none. */
    long lastNumber() {
        return lastNumber;
    }

    /** The token at hand, usable or not. */
    Optional<Held> held() {
        return Optional.ofNullable(current).map(Fetched::held);
    }

    /** The token at hand, usable or not, and the one before. */
    List<Secret> recent() {
        return Stream.concat(
                        Optional.ofNullable(current).map(Fetched::held).stream(),
                        Optional.ofNullable(replaced).stream())
                .map(held -> held.token().secret())
                .toList();
    }

    /** Drops everything that is secret, and takes nothing more. */
    void close() {
        closed = true;
        current = null;
        replaced = null;
        failures.clear();
    }

    private void requireOpen() {
        if (closed) {
            throw UsageException.of(Kind.CANCELLED, "this account was closed").build();
        }
    }

    /** For how many nanoseconds a token is used: it is replaced a little before its end, so that it does not end on its way. */
    private static long usable(final AccessToken token) {
        final Duration lifetime = shorter(token.lifetime(), LONGEST_LIFETIME);
        return lifetime.minus(shorter(lifetime.dividedBy(MARGIN_SHARE), LONGEST_MARGIN))
                .toNanos();
    }

    private static Duration shorter(final Duration one, final Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
