package dev.anycarrier.engine.limit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.limit.RateLimiter.Permit;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.RateLimitHeaders;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A limiter, its time, and short words for what is done with it. */
final class Limiting {

    static final RateLimit FIVE_A_SECOND = new RateLimit(LimitScope.ACCOUNT, 5, Duration.ofSeconds(1));
    static final RateLimit ONCE_A_QUARTER = new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15));
    static final RateLimit THREE_TOKENS_A_MINUTE = new RateLimit(LimitScope.TOKEN_ENDPOINT, 3, Duration.ofMinutes(1));

    final ManualTime time;
    final SteppedThreads threads;
    final RateLimiter limiter;

    Limiting(final RateLimit... limits) {
        this(new ManualTime(), StateStore.none(), Optional.empty(), limits);
    }

    Limiting(
            final ManualTime time,
            final StateStore store,
            final Optional<RateLimitHeaders> headers,
            final RateLimit... limits) {
        this.time = time;
        this.threads = new SteppedThreads(time);
        this.limiter = new RateLimiter(
                new Ports(time, threads, NameResolver.system(), new Random(7)),
                store,
                "account",
                Duration.ofSeconds(10));
        limiter.enforce(List.of(limits), headers);
        store.restore("account", limiter::restore);
    }

    TestTurn turn(final Duration patience) {
        return new TestTurn(Priority.INTERACTIVE, time.nanoTime() + patience.toNanos());
    }

    Permit ask(final String sim) {
        return ask(sim, Duration.ofSeconds(30));
    }

    Permit ask(final String sim, final Duration patience) {
        return limiter.acquire(false, Optional.of(SimId.parse(sim)), turn(patience));
    }

    Permit askOfAccount() {
        return limiter.acquire(false, Optional.empty(), turn(Duration.ofSeconds(30)));
    }

    Permit token() {
        return limiter.acquire(true, Optional.empty(), turn(Duration.ofSeconds(30)));
    }

    /** Asks, sends and gets an answer with these headers. */
    void askAndAnswer(final String sim, final int status, final String... headers) {
        answer(ask(sim), status, headers);
    }

    static void answer(final Permit permit, final int status, final String... headers) {
        final HttpHeaders.Builder all = HttpHeaders.builder();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1]);
        }
        permit.sent();
        permit.answered(new HttpResponse(status, all.build(), new byte[0]));
        permit.done();
    }

    /** The refusal of somebody who does not wait. */
    UsageException refusal(final String sim) {
        return catchThrowableOfType(UsageException.class, () -> ask(sim, Duration.ZERO));
    }

    /** How long the SIM has to wait from now. */
    Duration waitOf(final String sim) {
        final UsageException refusal = refusal(sim);
        return Duration.between(time.instant(), refusal.notBefore().orElseThrow());
    }

    Duration wait(final Instant until) {
        return Duration.between(time.instant(), until);
    }

    /** How long anything has to wait because of the account. */
    Duration waitOfAccount() {
        return limiter.timeFor(1);
    }
}
