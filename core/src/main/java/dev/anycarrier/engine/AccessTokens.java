package dev.anycarrier.engine;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one account, fetched once for all who need it.
 *
 * <p>Whoever first finds no usable token fetches one; the others wait for it and share its failure. Each token has a
 * generation: a refusal of an older one than the one at hand leads to no fetch. A fetch that is cancelled harms only its
 * own caller: one of those who waited takes over. Thread-safe.
 */
final class AccessTokens {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(1);
    private static final int MARGIN_SHARE = 10;

    private final Supplier<AccessToken> source;
    private final TimeSource time;
    private final Object lock = new Object();
    private @Nullable Held held;
    private @Nullable Held replaced;
    private @Nullable CompletableFuture<Held> fetch;
    private long generations;

    AccessTokens(final Supplier<AccessToken> source, final TimeSource time) {
        this.source = source;
        this.time = time;
    }

    /**
     * A token, its number in the order of tokens, and its times on the monotonic clock.
     *
     * @param obtainedAt when its fetch was begun
     * @param usableUntil when a new one is needed
     */
    record Held(AccessToken token, long generation, long obtainedAt, long usableUntil) {}

    /** The token at hand, usable or not, and the one before it, which a late answer may still echo. */
    Stream<Secret> recent() {
        synchronized (lock) {
            return Stream.of(Optional.ofNullable(held), Optional.ofNullable(replaced))
                    .flatMap(Optional::stream)
                    .map(known -> known.token.secret());
        }
    }

    /** Drops the tokens. */
    void forget() {
        synchronized (lock) {
            held = null;
            replaced = null;
        }
    }

    /** A usable token. */
    Held get(final long deadline) {
        return newerThan(0, deadline);
    }

    /** A usable token that is newer than the one the carrier refused. */
    Held after(final Held refused, final long deadline) {
        return newerThan(refused.generation, deadline);
    }

    private Held newerThan(final long generation, final long deadline) {
        while (true) {
            final CompletableFuture<Held> pending;
            final boolean leader;
            synchronized (lock) {
                if (held != null && held.generation > generation && time.nanoTime() - held.usableUntil < 0) {
                    return held;
                }
                leader = fetch == null;
                if (fetch == null) {
                    fetch = new CompletableFuture<>();
                }
                pending = fetch;
            }
            final Optional<Held> outcome = leader ? Optional.of(lead(pending)) : follow(pending, deadline);
            // A follower whose leader was cancelled goes round again, and one of them leads.
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
    }

    private Held lead(final CompletableFuture<Held> pending) {
        try {
            final long begun = time.nanoTime();
            final AccessToken token = source.get();
            final Held fetched;
            synchronized (lock) {
                fetched = new Held(
                        token, ++generations, begun, begun + usable(token).toNanos());
                replaced = held;
                held = fetched;
                fetch = null;
            }
            pending.complete(fetched);
            return fetched;
        } catch (final Throwable failure) {
            synchronized (lock) {
                fetch = null;
            }
            pending.completeExceptionally(failure);
            throw failure;
        }
    }

    private Optional<Held> follow(final CompletableFuture<Held> pending, final long deadline) {
        try {
            return Optional.of(pending.get(deadline - time.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof UsageException failure) {
                if (failure.kind() == Kind.CANCELLED) {
                    return Optional.empty();
                }
                throw failure.toBuilder().build();
            }
            throw UsageException.of(Kind.AUTHENTICATION_FAILED, "the shared fetch of an access token broke down")
                    .build();
        } catch (final TimeoutException e) {
            throw UsageException.of(Kind.DEADLINE_EXCEEDED, "the time of the call was over while a token was fetched")
                    .build();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted while a token was fetched")
                    .build();
        }
    }

    /** A token is replaced a little before its end, so that it does not end on its way. */
    private static Duration usable(final AccessToken token) {
        final Duration share = token.lifetime().dividedBy(MARGIN_SHARE);
        return token.lifetime().minus(share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN);
    }
}
