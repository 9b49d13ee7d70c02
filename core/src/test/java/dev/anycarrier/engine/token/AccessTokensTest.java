package dev.anycarrier.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.flight.Caller;
import dev.anycarrier.engine.flight.TestPorts;
import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who shares which token, and how a wait for one ends. */
class AccessTokensTest {

    private final TestPorts ports = new TestPorts();
    private TokenEndpoint endpoint = TokenEndpoint.prompt();
    private volatile List<Secret> credentials = List.of(Secret.of("first"));

    @Test
    void a_token_is_kept_until_a_little_before_its_end() {
        final AccessTokens tokens = tokens();
        tokens.get(turn());
        ports.advance(Duration.ofMinutes(47));
        tokens.get(turn());
        ports.untilWorkersEnded();
        assertThat(endpoint.calls()).isEqualTo(1);
        ports.advance(Duration.ofMinutes(12));
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void a_refusal_of_an_older_token_leads_to_no_token_call() {
        final AccessTokens tokens = tokens();
        final Held first = tokens.get(turn());
        final Held second = tokens.after(first, turn());
        for (int late = 0; late < 10; late++) {
            assertThat(tokens.after(first, turn())).isSameAs(second);
        }
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void callers_at_once_share_one_token_call() {
        endpoint = TokenEndpoint.held();
        final List<Caller<Held>> callers = callers(tokens(), 500);
        ports.untilWaitsBegan(500);
        endpoint.release();
        callers.forEach(caller -> assertThat(caller.value().generation()).isEqualTo(1));
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @Test
    void a_failed_token_call_is_shared_by_all_who_wait_for_it() {
        endpoint = TokenEndpoint.held();
        endpoint.answers(() -> {
            throw UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                    .status(500)
                    .build();
        });
        final List<Caller<Held>> callers = callers(tokens(), 3);
        ports.untilWaitsBegan(3);
        endpoint.release();
        assertThat(callers.stream().map(Caller::failure))
                .doesNotHaveDuplicates()
                .allSatisfy(thrown -> assertKind(thrown, Kind.UNAVAILABLE));
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @Test
    void an_interrupted_caller_harms_nobody() {
        endpoint = TokenEndpoint.held();
        final AccessTokens tokens = tokens();
        final Caller<Held> first = callers(tokens, 1).get(0);
        ports.untilWaitsBegan(1);
        final Caller<Held> second = callers(tokens, 1).get(0);
        ports.untilWaitsBegan(1);
        first.interrupt();
        assertKind(first.failure(), Kind.CANCELLED);
        assertThat(first.flagKept()).isTrue();
        endpoint.release();
        assertThat(second.value().generation()).isEqualTo(1);
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @Test
    void an_error_reaches_everybody_and_frees_the_place_for_the_next() {
        endpoint = TokenEndpoint.held();
        final LinkageError error = new LinkageError("broken plugin");
        endpoint.answers(() -> {
            throw error;
        });
        final AccessTokens tokens = tokens();
        final List<Caller<Held>> callers = callers(tokens, 3);
        ports.untilWaitsBegan(3);
        endpoint.release();
        callers.forEach(caller -> assertThat(caller.failure()).isSameAs(error));
        assertThatThrownBy(() -> tokens.get(turn()))
                .hasMessageContaining("LinkageError")
                .hasMessageNotContaining("broken plugin");
        endpoint.answersAgain();
        ports.advance(Duration.ofSeconds(1));
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void whoever_waits_longer_than_the_deadline_allows_is_told_so() {
        endpoint = TokenEndpoint.held();
        final AccessTokens tokens = tokens();
        final Caller<Held> patient = callers(tokens, 1).get(0);
        ports.untilWaitsBegan(1);
        assertThatThrownBy(() -> tokens.get(new TestTurn(ports.in(0))))
                .satisfies(thrown -> assertKind(thrown, Kind.DEADLINE_EXCEEDED));
        endpoint.release();
        assertThat(patient.value().generation()).isEqualTo(1);
    }

    @Test
    void accounts_have_tokens_of_their_own() throws InterruptedException {
        final TokenEndpoint slow = TokenEndpoint.held();
        final AccessTokens other = new AccessTokens(slow, () -> credentials, ports.ports(), Duration.ofSeconds(10));
        final Caller<Held> waits = callers(other, 1).get(0);
        slow.untilAsked();
        assertThat(tokens().get(turn()).generation()).isEqualTo(1);
        slow.release();
        assertThat(waits.value().generation()).isEqualTo(1);
    }

    @Test
    void the_token_at_hand_and_the_one_before_are_kept_from_sight() {
        final AccessTokens tokens = tokens();
        assertThat(tokens.recent()).isEmpty();
        final Held second = tokens.after(tokens.get(turn()), turn());
        ports.advance(Duration.ofMinutes(10));
        tokens.after(second, turn());
        assertThat(tokens.recent()).containsExactly(Secret.of("token-3"), Secret.of("token-2"));
    }

    @Test
    void closing_drops_the_tokens_and_ends_every_wait() throws InterruptedException {
        endpoint = TokenEndpoint.held();
        final AccessTokens tokens = tokens();
        final Caller<Held> waits = callers(tokens, 1).get(0);
        endpoint.untilAsked();
        tokens.close();
        tokens.close();
        assertKind(waits.failure(), Kind.CANCELLED);
        endpoint.release();
        ports.untilWorkersEnded();
        assertThat(tokens.recent()).isEmpty();
        assertThatThrownBy(() -> tokens.get(turn())).satisfies(thrown -> assertKind(thrown, Kind.CANCELLED));
        assertThat(ports.waiting()).isZero();
    }

    @Test
    void closing_drops_a_token_that_was_held() {
        final AccessTokens tokens = tokens();
        tokens.get(turn());
        tokens.close();
        assertThat(tokens.recent()).isEmpty();
    }

    @Test
    void other_credentials_lead_to_another_token() {
        final AccessTokens tokens = tokens();
        final Held old = tokens.get(turn());
        credentials = List.of(Secret.of("second"));
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
        assertThat(tokens.after(old, turn()).generation()).isEqualTo(2);
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void a_token_for_the_old_credentials_does_not_serve_who_asks_after_the_change() throws InterruptedException {
        endpoint = TokenEndpoint.held();
        final AccessTokens tokens = tokens();
        final Caller<Held> before = callers(tokens, 1).get(0);
        endpoint.untilAsked();
        ports.untilWaitsBegan(1);
        credentials = List.of(Secret.of("second"));
        final Caller<Held> after = callers(tokens, 1).get(0);
        ports.untilWaitsBegan(1);
        endpoint.release();
        assertThat(before.value().generation()).isEqualTo(1);
        assertThat(after.value().generation()).isEqualTo(2);
    }

    @Test
    void whoever_asked_with_more_time_is_not_told_that_it_is_over() {
        final AtomicInteger tries = new AtomicInteger();
        endpoint.answers(() -> {
            if (tries.incrementAndGet() == 1) {
                throw UsageException.of(Kind.DEADLINE_EXCEEDED, "the first caller's time was over")
                        .build();
            }
            return new AccessToken(Secret.of("token"), Duration.ofHours(1));
        });
        assertThat(tokens().get(turn()).generation()).isEqualTo(1);
    }

    private AccessTokens tokens() {
        return new AccessTokens(endpoint, () -> credentials, ports.ports(), Duration.ofSeconds(10));
    }

    private TestTurn turn() {
        return new TestTurn(ports.in(30));
    }

    private List<Caller<Held>> callers(final AccessTokens tokens, final int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Caller<>(() -> tokens.get(turn())))
                .toList();
    }

    private static void assertKind(final Throwable thrown, final Kind kind) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
