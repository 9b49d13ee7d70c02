package dev.anycarrier.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.flight.TestPorts;
import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a token is replaced before its end while it serves on. */
class EarlyRefreshTest {

    private static final Duration NEAR_THE_END = Duration.ofMinutes(58).plusSeconds(50);

    private final TestPorts ports = new TestPorts();

    @Test
    void near_its_end_a_token_is_replaced_without_anybody_waiting() {
        final TokenEndpoint endpoint = TokenEndpoint.prompt();
        final AccessTokens tokens = tokens(endpoint);
        final Held first = tokens.get(turn());
        ports.advance(NEAR_THE_END);
        assertThat(tokens.get(turn())).isSameAs(first);
        ports.untilWorkersEnded();
        assertThat(endpoint.calls()).isEqualTo(2);
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
        ports.untilWorkersEnded();
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void callers_are_not_held_up_by_a_refresh_that_takes_its_time() throws InterruptedException {
        final TokenEndpoint slow = TokenEndpoint.held();
        final TokenEndpoint first = TokenEndpoint.prompt();
        final AccessTokens tokens = new AccessTokens(
                turn -> first.calls() == 0 ? first.apply(turn) : slow.apply(turn),
                () -> List.of(Secret.of("secret")),
                ports.ports(),
                Duration.ofSeconds(10));
        tokens.get(turn());
        ports.advance(NEAR_THE_END);
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.get(turn()).generation()).isEqualTo(1);
        }
        slow.untilAsked();
        slow.release();
        ports.untilWorkersEnded();
        assertThat(slow.calls()).isEqualTo(1);
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
    }

    @Test
    void after_a_failed_refresh_the_token_serves_on_and_the_next_try_waits() {
        final TokenEndpoint endpoint = TokenEndpoint.prompt();
        final AccessTokens tokens = tokens(endpoint);
        tokens.get(turn());
        ports.advance(NEAR_THE_END);
        endpoint.answers(() -> {
            throw UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                    .build();
        });
        for (int i = 0; i < 10; i++) {
            assertThat(tokens.get(turn()).generation()).isEqualTo(1);
            ports.untilWorkersEnded();
        }
        assertThat(endpoint.calls()).isEqualTo(2);
        endpoint.answersAgain();
        ports.advance(Duration.ofSeconds(1));
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
        ports.untilWorkersEnded();
        assertThat(tokens.get(turn()).generation()).isEqualTo(2);
    }

    @Test
    void without_a_thread_for_the_refresh_the_token_serves_on() {
        final TokenEndpoint endpoint = TokenEndpoint.prompt();
        final AccessTokens tokens = tokens(endpoint);
        tokens.get(turn());
        ports.advance(NEAR_THE_END);
        ports.noThreads();
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
        assertThat(endpoint.calls()).isEqualTo(1);
    }

    @Test
    void even_a_token_that_lives_shorter_than_its_fetch_serves_the_one_who_fetched_it() {
        final TokenEndpoint endpoint = TokenEndpoint.prompt();
        endpoint.lives(Duration.ofNanos(1));
        assertThat(tokens(endpoint).get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void a_token_that_lives_longer_than_any_clock_is_usable() {
        final TokenEndpoint endpoint = TokenEndpoint.prompt();
        endpoint.lives(Duration.ofSeconds(Long.MAX_VALUE));
        final AccessTokens tokens = tokens(endpoint);
        tokens.get(turn());
        ports.advance(Duration.ofDays(200));
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void the_moment_of_the_refresh_is_a_random_one_in_the_last_fifth() {
        final Random random = new Random(1);
        final List<Integer> minutes = IntStream.range(0, 20)
                .mapToObj(i -> minutesUntilRefresh(new TokenLife(random)))
                .toList();
        assertThat(minutes).allSatisfy(minute -> assertThat(minute).isBetween(47, 59));
        assertThat(minutes.stream().distinct().count()).isGreaterThan(3);
    }

    private static int minutesUntilRefresh(final TokenLife life) {
        final AccessToken token = new AccessToken(Secret.of("token"), Duration.ofHours(1));
        life.fetched(token, List.of(), 0, 0);
        int minutes = 0;
        while (life.next(0, Optional.empty(), Duration.ofMinutes(minutes).toNanos()) instanceof TokenStep.Use use
                && !use.refresh()) {
            minutes++;
        }
        return minutes;
    }

    private AccessTokens tokens(final TokenEndpoint endpoint) {
        return new AccessTokens(endpoint, () -> List.of(Secret.of("secret")), ports.ports(), Duration.ofSeconds(10));
    }

    private TestTurn turn() {
        return new TestTurn(ports.in(30));
    }
}
