package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.AccountAccess.Credentials;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.AcmeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Acme gives out no tokens, and its provider knows no way to try credentials. */
class AccountAccessTest {

    private final List<HttpRequest> sent = new ArrayList<>();

    @Test
    void a_carrier_that_answers_anything_is_reached_and_is_shown_no_credentials() {
        final AccountAccess access = look(request -> answer(404, HttpHeaders.none()));

        assertThat(access.reached()).isTrue();
        assertThat(access.credentials()).isEqualTo(Credentials.NOT_TOLD);
        assertThat(access.clockAhead()).isEmpty();
        assertThat(access.failure()).isEmpty();
        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.uri()).hasToString("https://eu.example.com/v1");
            assertThat(request.headers().first("Authorization")).isEmpty();
        });
    }

    @Test
    void the_clock_is_read_off_the_answer_whatever_its_status() {
        final HttpHeaders longAgo = HttpHeaders.builder()
                .add("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
                .build();

        assertThat(look(request -> answer(500, longAgo)).clockAhead())
                .hasValueSatisfying(ahead -> assertThat(ahead).isGreaterThan(Duration.ofDays(20_000)));
    }

    @Test
    void a_date_that_is_none_says_nothing() {
        final HttpHeaders nonsense =
                HttpHeaders.builder().add("Date", "some day").build();

        assertThat(look(request -> answer(200, nonsense)).clockAhead()).isEmpty();
    }

    @Test
    void a_carrier_that_answers_that_it_cannot_is_reached_and_a_failure() {
        final AccountAccess access = look(request -> answer(503, HttpHeaders.none()));

        assertThat(access.reached()).isTrue();
        assertThat(access.failure())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @Test
    void a_carrier_that_does_not_answer_is_not_reached() {
        final AccountAccess access = look(request -> {
            throw UsageException.unavailable(UnavailableCause.NETWORK, "no route")
                    .build();
        });

        assertThat(access.reached()).isFalse();
        assertThat(access.credentials()).isEqualTo(Credentials.NOT_TOLD);
        assertThat(access.failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessageContaining("access from account acme-eu (acme)"));
    }

    @Test
    void it_counts_for_the_limits_and_says_when_the_next_question_can_be_sent() {
        try (Anycarrier carriers = open(request -> answer(200, HttpHeaders.none()), "1/1h")) {
            final CarrierAccount account = carriers.account("acme-eu");
            final AccountAccess first = account.access(CallOptions.defaults());
            final AccountAccess second = account.access(CallOptions.defaults());

            assertThat(first.turnIn()).isGreaterThan(Duration.ofMinutes(59));
            assertThat(second.reached()).isFalse();
            assertThat(second.failure())
                    .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS));
            assertThat(sent).hasSize(1);
        }
    }

    private AccountAccess look(final Function<HttpRequest, HttpResponse> carrier) {
        try (Anycarrier carriers = open(carrier, "100/1s")) {
            return carriers.account("acme-eu").access(CallOptions.defaults());
        }
    }

    private Anycarrier open(final Function<HttpRequest, HttpResponse> carrier, final String limit) {
        return Anycarrier.builder()
                .factory(new AcmeFactory())
                .settings(Settings.of(Map.of(
                        "acme-eu.provider", "acme",
                        "acme-eu.base-url", "https://eu.example.com/v1",
                        "acme-eu.api-key", "planted-secret",
                        "acme-eu.maximum-attempts", "1",
                        "acme-eu.limit-account", limit)))
                .wires((account, options) -> new OneAnswer(carrier))
                .build();
    }

    private static HttpResponse answer(final int status, final HttpHeaders headers) {
        return new HttpResponse(status, headers, new byte[0]);
    }

    /** A carrier that is asked on the thread that asks. */
    private final class OneAnswer implements Wire {

        private final Function<HttpRequest, HttpResponse> carrier;

        OneAnswer(final Function<HttpRequest, HttpResponse> carrier) {
            this.carrier = carrier;
        }

        @Override
        public HttpResponse send(final HttpRequest request, final long deadline, final Written written) {
            sent.add(request);
            written.sent();
            return carrier.apply(request);
        }

        @Override
        public void dropIdleConnections() {}

        @Override
        public void close() {}
    }
}
