package dev.anycarrier.engine.token;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.TokenTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** A token's life under its lock and on its clock, with failures as people see them. Thread-safe. */
final class TokenShelf {

    private static final Duration FAR_AHEAD = Duration.ofDays(36_500);

    private final Ports ports;
    private final Lock lock;
    private final TokenLife life;

    TokenShelf(final Ports ports) {
        this.ports = ports;
        this.lock = ports.threads().lock();
        this.life = new TokenLife(ports.random());
    }

    TokenStep next(final long refused, final Optional<List<Secret>> credentials) {
        return locked(() -> life.next(refused, credentials, now()));
    }

    Fetched fetched(final AccessToken token, final List<Secret> credentials, final long begun) {
        return fetched(token, credentials, begun, 0);
    }

    /** The same for a token that other nodes know by a number, or 0. */
    Fetched fetched(final AccessToken token, final List<Secret> credentials, final long begun, final long number) {
        return locked(() -> life.fetched(token, credentials, begun, number, now()));
    }

    /** The number of the last token that other nodes know too; 0 if there was none. */
    long lastNumber() {
        return locked(life::lastNumber);
    }

    /** Does not replace the token at hand in passing for a while. */
    void refreshNotBefore(final Duration pause) {
        locked(() -> {
            life.refreshNotBefore(now() + (pause.compareTo(FAR_AHEAD) < 0 ? pause : FAR_AHEAD).toNanos());
            return true;
        });
    }

    /**
     * Remembers a failure.
     *
     * @return the failure with the time of the next try
     */
    UsageException failed(final UsageException failure, final Optional<List<Secret>> credentials) {
        final OptionalLong notBefore = notBefore(failure);
        return told(locked(() -> life.failed(failure, notBefore, credentials, now())));
    }

    /** Takes note that no request was sent since our own limit is spent: the limit itself answers whoever asks next. */
    void limited(final UsageException failure) {
        notBefore(failure)
                .ifPresent(at -> locked(() -> {
                    life.refreshNotBefore(at);
                    return at;
                }));
    }

    /** A failure that is remembered, for one more who gets it. */
    UsageException told(final TokenStep.Fail fail) {
        return fail.failure().toBuilder()
                .notBefore(ports.time().instant().plusNanos(fail.until() - now()))
                .build();
    }

    /** What a token call that takes longer than it may comes to for those who have more time. */
    static UsageException late() {
        return UsageException.unavailable(UnavailableCause.ATTEMPT_TIMEOUT, "the token endpoint gave no answer in time")
                .build();
    }

    /** What a fetch that broke down comes to for those who come later. */
    static UsageException broken(final Throwable thrown) {
        return UsageException.of(
                        Kind.INVALID_DATA,
                        "the provider failed to fetch an access token with "
                                + thrown.getClass().getSimpleName())
                .build();
    }

    /** The times of the token at hand. */
    Optional<TokenTimes> times() {
        return locked(() -> life.held()
                .map(held -> new TokenTimes(
                        Duration.ofNanos(now() - held.obtainedAt()), Duration.ofNanos(held.usableUntil() - now()))));
    }

    List<Secret> recent() {
        return locked(life::recent);
    }

    void close() {
        locked(() -> {
            life.close();
            return true;
        });
    }

    long now() {
        return ports.time().nanoTime();
    }

    private OptionalLong notBefore(final UsageException failure) {
        if (failure.notBefore().isEmpty()) {
            return OptionalLong.empty();
        }
        final Instant at = failure.notBefore().get();
        final Duration wait = Duration.between(ports.time().instant(), at);
        return OptionalLong.of(now() + (wait.compareTo(FAR_AHEAD) < 0 ? wait : FAR_AHEAD).toNanos());
    }

    private <T> T locked(final Supplier<T> decision) {
        lock.lock();
        try {
            return decision.get();
        } finally {
            lock.unlock();
        }
    }
}
