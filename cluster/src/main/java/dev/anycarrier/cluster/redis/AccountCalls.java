package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Runs the scripts of one account, with what they all have in common. Thread-safe. */
final class AccountCalls {

    private static final int DIFFERENT_NAMES = -1;
    private static final int TOO_LATE = -2;

    private final RedisLink link;
    private final String account;
    private final String naming;
    private final Duration timeout;
    private final TimeSource time;
    private final Optional<LongSupplier> storeTime;
    private final StoreClock clock = new StoreClock();

    /**
     * Of one account.
     *
     * @param account its key
     * @param naming how SIMs are named; empty to take any
     * @param storeTime the store's time, in tests
     */
    AccountCalls(
            final RedisLink link,
            final String account,
            final String naming,
            final Duration timeout,
            final TimeSource time,
            final Optional<LongSupplier> storeTime) {
        this.link = link;
        this.account = account;
        this.naming = naming;
        this.timeout = timeout;
        this.time = time;
        this.storeTime = storeTime;
    }

    /**
     * Waits for the connection, so that what is told next is told.
     *
     * @throws dev.anycarrier.spi.UsageException if there is none
     */
    void connect() {
        final RedisSession unused = link.session();
    }

    /**
     * Runs a script that decides something, and waits for what it says.
     *
     * @param keys all but the account
     * @throws dev.anycarrier.spi.UsageException if nothing comes in time
     */
    Reply ask(final Script script, final Arguments keys, final Arguments arguments) {
        final long start = time.nanoTime();
        final RedisSession session = link.session();
        final String run = session.info().run();
        final long before = time.nanoTime();
        final Optional<Long> givenUp = clock.atMost(run, before + timeout.toNanos());
        final Reply reply =
                session.call(script, withAccount(keys), inCommon(run, givenUp).all(arguments));
        clock.learn(run, before, time.nanoTime(), reply.time());
        if (reply.code() == DIFFERENT_NAMES) {
            throw Failures.unavailable(
                    "Redis holds this account's SIMs under other names: all nodes either use whole identifiers or none");
        }
        if (reply.code() == TOO_LATE) {
            throw Failures.unavailable("Redis answered after "
                    + Duration.ofNanos(time.nanoTime() - start).toMillis() + " ms, or its clock has jumped");
        }
        return reply;
    }

    /** Runs a script without waiting for it. It fails if there is no connection. */
    CompletionStage<List<Object>> tell(final Script script, final Arguments keys, final Arguments arguments) {
        final Optional<RedisSession> session = link.sessionNow();
        if (session.isEmpty()) {
            return CompletableFuture.failedFuture(Failures.unavailable("no connection to Redis"));
        }
        final String run = session.get().info().run();
        return session.get()
                .tell(script, withAccount(keys), inCommon(run, Optional.empty()).all(arguments));
    }

    /** The time of this moment on the account's clock, or before it; empty if it is not known. */
    String now() {
        if (storeTime.isPresent()) {
            return "";
        }
        return link.sessionNow()
                .flatMap(session -> clock.atLeast(session.info().run(), time.nanoTime()))
                .map(Object::toString)
                .orElse("");
    }

    private Arguments withAccount(final Arguments keys) {
        return new Arguments().text(account).all(keys);
    }

    private Arguments inCommon(final String run, final Optional<Long> givenUp) {
        return new Arguments()
                .text(run)
                .text(naming)
                .text(storeTime.isPresent() ? "" : givenUp.map(Object::toString).orElse(""))
                .text(storeTime
                        .map(supplied -> Long.toString(supplied.getAsLong()))
                        .orElse(""));
    }
}
