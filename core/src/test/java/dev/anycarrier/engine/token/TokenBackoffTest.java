package dev.anycarrier.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.engine.flight.TestPorts;
import dev.anycarrier.engine.token.AccessTokens.Held;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How often a token endpoint is asked that fails, or gives tokens that are refused. */
class TokenBackoffTest {

    private static final Duration TICK = Duration.ofMillis(100);

    private final TestPorts ports = new TestPorts();
    private final TokenEndpoint endpoint = TokenEndpoint.prompt();
    private volatile Supplier<List<Secret>> credentials = () -> List.of(Secret.of("first"));
    private final AccessTokens tokens =
            new AccessTokens(endpoint, () -> credentials.get(), ports.ports(), Duration.ofSeconds(10));

    @Test
    void the_pause_grows_from_one_second_to_one_minute_and_is_random() {
        final TokenBackoff backoff = new TokenBackoff(new Random(1));
        for (int failures = 1; failures < 100; failures++) {
            final long full = failures > 6 ? 60 : 1L << (failures - 1);
            assertThat(Duration.ofNanos(backoff.after(failures)))
                    .isBetween(Duration.ofSeconds(full).dividedBy(2), Duration.ofSeconds(full));
        }
        assertThat(backoff.after(7)).isNotEqualTo(backoff.after(7));
    }

    @Test
    void an_endpoint_that_always_fails_is_asked_ever_more_rarely() {
        endpoint.answers(() -> {
            throw carrierError();
        });
        for (int tick = 0; tick < 6_000; tick++) {
            assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
            ports.advance(TICK);
        }
        assertThat(endpoint.calls()).isBetween(15, 28);
    }

    @Test
    void a_failure_says_when_it_is_worth_asking_again() {
        endpoint.answers(() -> {
            throw carrierError();
        });
        final UsageException shared = failure();
        final UsageException remembered = failure();
        assertThat(remembered).isNotSameAs(shared);
        assertThat(remembered.notBefore()).isEqualTo(shared.notBefore()).isPresent();
        ports.advance(
                Duration.between(ports.time().instant(), remembered.notBefore().orElseThrow())
                        .minusNanos(1));
        failure();
        assertThat(endpoint.calls()).isEqualTo(1);
        ports.advance(Duration.ofNanos(1));
        endpoint.answersAgain();
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void a_429_with_a_time_is_not_undercut() {
        endpoint.answers(() -> {
            throw tooMany(Duration.ofMinutes(2)).status(429).build();
        });
        failure();
        ports.advance(Duration.ofMinutes(2).minusNanos(1));
        assertThat(failure().kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
        assertThat(endpoint.calls()).isEqualTo(1);
        ports.advance(Duration.ofNanos(1));
        failure();
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void our_own_limit_needs_no_pause_of_its_own() {
        endpoint.answers(() -> {
            throw tooMany(Duration.ofMillis(300)).build();
        });
        failure();
        endpoint.answersAgain();
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void a_cancelled_call_needs_no_pause() {
        endpoint.answers(() -> {
            throw UsageException.of(Kind.CANCELLED, "interrupted").build();
        });
        assertThat(failure().kind()).isEqualTo(Kind.CANCELLED);
        endpoint.answersAgain();
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void too_little_time_of_one_caller_is_not_held_against_the_endpoint_but_a_full_attempt_is() {
        endpoint.answers(() -> {
            throw outOfTime();
        });
        assertThat(failure().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(endpoint.calls()).isEqualTo(2);
        endpoint.answers(() -> {
            ports.time().advance(Duration.ofSeconds(10));
            throw outOfTime();
        });
        assertThat(failure().unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT);
        failure();
        assertThat(endpoint.calls()).isEqualTo(3);
    }

    @Test
    void refused_credentials_are_not_shown_again_at_once_but_others_are() {
        endpoint.answers(() -> {
            throw UsageException.of(Kind.AUTHENTICATION_FAILED, "HTTP 401")
                    .status(401)
                    .build();
        });
        failure();
        assertThat(failure().kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(endpoint.calls()).isEqualTo(1);
        endpoint.answersAgain();
        credentials = () -> List.of(Secret.of("second"));
        assertThat(tokens.get(turn()).generation()).isEqualTo(1);
    }

    @Test
    void secrets_that_cannot_be_read_lead_to_no_call_and_are_not_shown() {
        credentials = () -> {
            throw new IllegalStateException("canary");
        };
        final UsageException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
        assertThat(failure).hasMessageNotContaining("canary");
        assertThat(endpoint.calls()).isZero();
        credentials = () -> List.of(Secret.of("first"));
        final Held held = tokens.get(turn());
        credentials = () -> {
            throw new IllegalStateException("canary");
        };
        assertThat(tokens.get(turn())).isSameAs(held);
    }

    @Test
    void a_token_revoked_early_leads_to_one_fetch() {
        final Held revoked = tokens.get(turn());
        ports.advance(Duration.ofMinutes(20));
        final Held next = tokens.after(revoked, turn());
        assertThat(tokens.after(revoked, turn())).isSameAs(next);
        assertThat(endpoint.calls()).isEqualTo(2);
    }

    @Test
    void tokens_that_are_refused_as_soon_as_they_are_fetched_are_fetched_ever_more_rarely() {
        for (int tick = 0; tick < 6_000; tick++) {
            final Held held = tokens.get(turn());
            try {
                tokens.after(held, turn());
            } catch (final UsageException refused) {
                assertThat(refused.kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
                assertThat(refused.notBefore()).isPresent();
            }
            ports.advance(TICK);
        }
        assertThat(endpoint.calls()).isBetween(10, 30);
    }

    @Test
    void a_refused_token_serves_on_for_those_it_was_not_refused_to_while_no_other_may_be_fetched() {
        final Held second = tokens.after(tokens.get(turn()), turn());
        assertThatThrownBy(() -> tokens.after(second, turn())).isInstanceOf(UsageException.class);
        assertThat(tokens.get(turn())).isSameAs(second);
    }

    private UsageException failure() {
        return catchThrowableOfType(UsageException.class, () -> tokens.get(turn()));
    }

    private TestTurn turn() {
        return new TestTurn(ports.in(30));
    }

    private UsageException.Builder tooMany(final Duration wait) {
        return UsageException.of(Kind.TOO_MANY_REQUESTS, "the limit is reached")
                .limitScope(LimitScope.TOKEN_ENDPOINT)
                .notBefore(ports.time().instant().plus(wait));
    }

    private static UsageException carrierError() {
        return UsageException.unavailable(UnavailableCause.CARRIER_ERROR, "HTTP 500")
                .status(500)
                .build();
    }

    private static UsageException outOfTime() {
        return UsageException.of(Kind.DEADLINE_EXCEEDED, "the time of the call was over")
                .build();
    }
}
