package dev.anycarrier.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A token endpoint that gives a token for an hour, fails as told, and answers when it may. */
final class TokenEndpoint implements Function<Turn, AccessToken> {

    private final AtomicInteger calls = new AtomicInteger();
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch mayAnswer;
    private volatile Supplier<AccessToken> answer = this::anHour;

    private TokenEndpoint(final CountDownLatch mayAnswer) {
        this.mayAnswer = mayAnswer;
    }

    static TokenEndpoint prompt() {
        return new TokenEndpoint(new CountDownLatch(0));
    }

    /** One that answers nobody before it is {@linkplain #release released}. */
    static TokenEndpoint held() {
        return new TokenEndpoint(new CountDownLatch(1));
    }

    void release() {
        mayAnswer.countDown();
    }

    void answers(final Supplier<AccessToken> newAnswer) {
        answer = newAnswer;
    }

    void answersAgain() {
        answer = this::anHour;
    }

    void lives(final Duration lifetime) {
        answer = () -> new AccessToken(Secret.of("token-" + calls.get()), lifetime);
    }

    int calls() {
        return calls.get();
    }

    /** Until one more call has arrived. */
    void untilAsked() throws InterruptedException {
        assertThat(asked.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public AccessToken apply(final Turn turn) {
        calls.incrementAndGet();
        asked.release();
        try {
            assertThat(mayAnswer.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
        return answer.get();
    }

    private AccessToken anHour() {
        return new AccessToken(Secret.of("token-" + calls.get()), Duration.ofHours(1));
    }
}
