package dev.anycarrier.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.limit.RateLimiter;
import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.resilience.BreakerOptions;
import dev.anycarrier.engine.resilience.Retries;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.SimId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendStageTest {

    private static final URI BASE = URI.create("https://api.example.com");
    private static final SimId SIM = SimId.parse("8944465400000217735");

    private final ManualTime time = new ManualTime();
    private final Ports ports = new Ports(time, Threads.system(), NameResolver.system(), new Random(1));
    private final Statistics statistics = new Statistics();
    private final RateLimiter limiter = new RateLimiter(ports, StateStore.none(), "acme-eu", Duration.ofSeconds(10));
    private final List<HttpRequest> wire = new ArrayList<>();
    private final Deque<HttpResponse> answers = new ArrayDeque<>();
    private final SendStage sends = new SendStage(
            new ScriptedWire(this::exchange),
            new Origins(List.of(BASE)),
            limiter,
            Duration.ofSeconds(10),
            ports,
            statistics,
            List::of);
    private final CallStage calls = new CallStage(
            new AccountIdentity("acme-eu", "acme"),
            Duration.ofSeconds(30),
            ports,
            new Redactor(List.of(SecretSource.fixed(Secret.of("planted-secret"))), sends::accessTokens),
            new Attempts(ports, new Retries(ports, 1, 0), BreakerOptions.disabled()));
    private Duration exchangeTakes = Duration.ZERO;

    @Test
    void a_request_carries_the_account_s_proof_and_is_sent_once() {
        final Transport transport = sends.transport(
                (Authentication.Signing) request -> request.withOnlyHeader("Authorization", "planted-secret"));
        answer(200);
        assertThat(usage(transport).status()).isEqualTo(200);
        assertThat(wire).hasSize(1);
        assertThat(wire.get(0).headers().first("authorization")).contains("planted-secret");
        assertThat(statistics.requests()).isEqualTo(1);
    }

    @Test
    void a_request_to_an_origin_that_is_not_in_the_settings_is_held_back() {
        final Transport transport = sends.transport(Authentication.none());
        for (final String elsewhere : List.of(
                "https://evil.example.com/usage", "http://api.example.com/usage", "https://api.example.com:8443/")) {
            assertThatThrownBy(() -> transport.send(HttpRequest.of("GET", URI.create(elsewhere))))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            held -> assertThat(held.kind()).isEqualTo(Kind.PROTOCOL));
        }
        assertThat(wire).isEmpty();
    }

    @Test
    void a_token_is_fetched_once_and_used_again() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 200, 200);
        usage(transport);
        usage(transport);
        assertThat(paths()).containsExactly("/token", "/usage", "/usage");
        assertThat(statistics.tokenRequests()).isEqualTo(1);
    }

    @Test
    void a_token_that_is_no_longer_accepted_is_replaced_once() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 200);
        usage(transport);
        time.advance(Duration.ofMinutes(1));
        answer(401, 200, 200);
        assertThat(usage(transport).status()).isEqualTo(200);
        assertThat(paths()).containsExactly("/token", "/usage", "/usage", "/token", "/usage");
        assertThat(wire.get(4).headers().first("Authorization")).contains("Bearer token-2");
    }

    @Test
    void a_token_that_was_fetched_for_this_very_request_is_tried_again_before_it_is_given_up() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 401, 200);
        assertThat(usage(transport).status()).isEqualTo(200);
        assertThat(paths()).containsExactly("/token", "/usage", "/usage");
    }

    @Test
    void a_carrier_that_refuses_every_token_is_asked_twice_and_not_more() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 200);
        usage(transport);
        time.advance(Duration.ofMinutes(1));
        answer(401, 200, 401);
        assertThat(usage(transport).status()).isEqualTo(401);
        assertThat(paths()).containsExactly("/token", "/usage", "/usage", "/token", "/usage");
    }

    @Test
    void a_refused_token_does_not_use_up_the_sim_s_only_request() {
        limiter.enforce(List.of(new RateLimit(LimitScope.SIM, 1, Duration.ofMinutes(15))), Optional.empty());
        final Transport transport = sends.transport(new Tokens());
        answer(200, 401, 200);
        assertThat(usage(transport).status()).isEqualTo(200);
    }

    @Test
    void an_attempt_has_its_own_time_whatever_is_left_of_the_call_s() {
        exchangeTakes = Duration.ofSeconds(9);
        answer(200);
        assertThat(calls.call(Question.usage(SIM), CallOptions.defaults(), () -> {
                            time.advance(Duration.ofSeconds(25));
                            return send(sends.transport(Authentication.none()));
                        })
                        .status())
                .isEqualTo(200);
        exchangeTakes = Duration.ofSeconds(11);
        assertThatThrownBy(() -> usage(sends.transport(Authentication.none())))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        late -> assertThat(late.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT));
    }

    @Test
    void an_error_says_what_was_asked_of_whom_and_holds_neither_secret_nor_token_nor_sim() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 200);
        usage(transport);
        assertThatThrownBy(() -> calls.call(Question.usage(SIM), CallOptions.defaults(), () -> {
                    throw UsageException.of(
                                    Kind.REJECTED_INPUT, "echo of planted-secret and token-1 and 8944465400000217735")
                            .carrierCode("token-1")
                            .build();
                }))
                .isInstanceOfSatisfying(UsageException.class, failure -> {
                    assertThat(failure.question()).contains("usage of 8944…7735");
                    assertThat(failure.account()).contains("acme-eu");
                    assertThat(failure.provider()).contains("acme");
                    assertThat(failure.correlationId()).isPresent();
                    assertThat(failure.getMessage())
                            .contains("usage of 8944…7735 from account acme-eu (acme)")
                            .doesNotContain("planted-secret", "token-1", "8944465400000217735");
                    assertThat(failure.carrierCode()).contains("***");
                });
    }

    @Test
    void a_provider_that_breaks_down_ends_in_an_error_of_the_closed_set() {
        final List<RuntimeException> breakdowns =
                List.of(new IllegalStateException("planted-secret"), new NullPointerException());
        for (final RuntimeException breakdown : breakdowns) {
            assertThatThrownBy(() -> calls.call(Question.usage(SIM), CallOptions.defaults(), () -> {
                        throw breakdown;
                    }))
                    .isInstanceOfSatisfying(UsageException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.INVALID_DATA);
                        assertThat(failure.getMessage())
                                .contains(breakdown.getClass().getSimpleName())
                                .doesNotContain("planted-secret");
                        assertThat(failure.getCause()).isNull();
                    });
        }
    }

    @Test
    void a_closed_account_is_asked_nothing_more() {
        calls.refuse();
        assertThatThrownBy(() -> usage(sends.transport(Authentication.none())))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        closed -> assertThat(closed.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(wire).isEmpty();
    }

    @Test
    void closing_forgets_the_access_token() {
        final Transport transport = sends.transport(new Tokens());
        answer(200, 200);
        usage(transport);
        assertThat(sends.accessTokens()).isNotEmpty();
        sends.close();
        assertThat(sends.accessTokens()).isEmpty();
    }

    private HttpResponse usage(final Transport transport) {
        return calls.call(Question.usage(SIM), CallOptions.defaults(), () -> send(transport));
    }

    private static HttpResponse send(final Transport transport) {
        return transport.send(HttpRequest.of("GET", BASE.resolve("/usage")));
    }

    private void answer(final int... statuses) {
        for (final int status : statuses) {
            answers.add(new HttpResponse(status, HttpHeaders.none(), new byte[0]));
        }
    }

    private List<String> paths() {
        return wire.stream().map(request -> request.uri().getPath()).toList();
    }

    private HttpResponse exchange(final HttpRequest request, final long deadline) {
        wire.add(request);
        time.advance(exchangeTakes);
        if (time.nanoTime() - deadline >= 0) {
            throw UsageException.unavailable(UnavailableCause.ATTEMPT_TIMEOUT, "no complete answer")
                    .build();
        }
        return Objects.requireNonNull(answers.poll(), "an answer for " + request);
    }

    private static final class Tokens implements Authentication.TokenExchange {

        private int fetched;

        @Override
        public AccessToken fetchToken(final Transport transport) {
            transport.send(HttpRequest.of("POST", BASE.resolve("/token")));
            fetched++;
            return new AccessToken(Secret.of("token-" + fetched), Duration.ofHours(1));
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return request.withOnlyHeader(
                    "Authorization", "Bearer " + token.secret().reveal());
        }
    }
}
