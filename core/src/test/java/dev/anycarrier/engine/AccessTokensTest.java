package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private final ManualTime time = new ManualTime();
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void every_caller_has_ended() throws InterruptedException {
        callers.shutdownNow();
        assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_token_is_kept_until_a_little_before_its_end() {
        final AccessTokens tokens = tokens(() -> token(Duration.ofHours(1)));
        tokens.get(deadline());
        time.advance(Duration.ofMinutes(58));
        tokens.get(deadline());
        assertThat(calls).hasValue(1);
        time.advance(Duration.ofMinutes(1));
        tokens.get(deadline());
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_refusal_of_an_older_token_leads_to_no_token_call() {
        final AccessTokens tokens = tokens(() -> token(Duration.ofHours(1)));
        final AccessTokens.Held first = tokens.get(deadline());
        final AccessTokens.Held second = tokens.after(first, deadline());
        for (int late = 0; late < 10; late++) {
            assertThat(tokens.after(first, deadline())).isSameAs(second);
        }
        assertThat(calls).hasValue(2);
    }

    @Test
    void callers_at_once_share_one_token_call() throws Exception {
        final CountDownLatch answer = new CountDownLatch(1);
        final AccessTokens tokens = tokens(() -> {
            await(answer);
            return token(Duration.ofHours(1));
        });
        final List<Future<AccessTokens.Held>> asked = ask(tokens, 50);
        answer.countDown();
        for (final Future<AccessTokens.Held> one : asked) {
            assertThat(one.get(10, TimeUnit.SECONDS).generation()).isEqualTo(1);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_failed_token_call_is_shared_by_all_who_wait_for_it() throws Exception {
        final CountDownLatch waiting = new CountDownLatch(1);
        final AccessTokens tokens = tokens(() -> {
            await(waiting);
            throw UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                    .build();
        });
        final Future<AccessTokens.Held> leader = ask(tokens, 1).get(0);
        untilCalled();
        final Future<AccessTokens.Held> follower = callers.submit(() -> tokens.get(deadline()));
        untilWaiting();
        waiting.countDown();
        assertThatThrownBy(() -> leader.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(UsageException.class);
        assertThatThrownBy(() -> follower.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(UsageException.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void a_cancelled_token_call_harms_only_its_own_caller() throws Exception {
        final CountDownLatch first = new CountDownLatch(1);
        final AccessTokens tokens = tokens(() -> {
            if (calls.get() == 1) {
                await(first);
                throw UsageException.of(Kind.CANCELLED, "interrupted").build();
            }
            return token(Duration.ofHours(1));
        });
        final Future<AccessTokens.Held> leader = ask(tokens, 1).get(0);
        untilCalled();
        final Future<AccessTokens.Held> follower = callers.submit(() -> tokens.get(deadline()));
        untilWaiting();
        first.countDown();
        assertThatThrownBy(() -> leader.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(follower.get(10, TimeUnit.SECONDS).generation()).isEqualTo(1);
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_token_call_that_dies_of_an_error_frees_the_place_for_the_next() {
        final AccessTokens tokens = tokens(() -> {
            if (calls.get() == 1) {
                throw new LinkageError("broken plugin");
            }
            return token(Duration.ofHours(1));
        });
        assertThatThrownBy(() -> tokens.get(deadline())).isInstanceOf(LinkageError.class);
        assertThat(tokens.get(deadline()).generation()).isEqualTo(1);
    }

    @Test
    void whoever_waits_longer_than_the_deadline_allows_is_told_so() throws Exception {
        final CountDownLatch answer = new CountDownLatch(1);
        final AccessTokens tokens = tokens(() -> {
            await(answer);
            return token(Duration.ofHours(1));
        });
        final Future<AccessTokens.Held> leader = ask(tokens, 1).get(0);
        untilCalled();
        assertThatThrownBy(() -> tokens.get(time.nanoTime()))
                .isInstanceOfSatisfying(
                        UsageException.class, late -> assertThat(late.kind()).isEqualTo(Kind.DEADLINE_EXCEEDED));
        answer.countDown();
        assertThat(leader.get(10, TimeUnit.SECONDS).generation()).isEqualTo(1);
    }

    @Test
    void a_forgotten_token_is_no_longer_held() {
        final AccessTokens tokens = tokens(() -> token(Duration.ofHours(1)));
        tokens.get(deadline());
        tokens.forget();
        assertThat(tokens.recent()).isEmpty();
    }

    private AccessTokens tokens(final Supplier<AccessToken> source) {
        return new AccessTokens(
                () -> {
                    calls.incrementAndGet();
                    return source.get();
                },
                time);
    }

    private AccessToken token(final Duration lifetime) {
        return new AccessToken(Secret.of("token-" + calls.get()), lifetime);
    }

    private long deadline() {
        return time.nanoTime() + Duration.ofSeconds(30).toNanos();
    }

    private List<Future<AccessTokens.Held>> ask(final AccessTokens tokens, final int times) {
        final List<Future<AccessTokens.Held>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(callers.submit(() -> tokens.get(deadline())));
        }
        return asked;
    }

    private void untilCalled() {
        while (calls.get() == 0) {
            Thread.onSpinWait();
        }
    }

    /** Until one of the callers waits for another's token call: only a follower waits with a time limit. */
    private static void untilWaiting() {
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread ->
                        thread.getName().startsWith("pool") && thread.getState() == Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
