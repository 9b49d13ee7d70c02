package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final HttpHeaders IN_A_MINUTE = HttpHeaders.none().with("Retry-After", "60");

    private final StandardErrors errors = new StandardErrors(InstantSource.fixed(NOW), ErrorMapping.standard());

    @ParameterizedTest
    @CsvSource({
        "201, INVALID_DATA, false",
        "203, INVALID_DATA, false",
        "204, INVALID_DATA, false",
        "206, INVALID_DATA, false",
        "226, INVALID_DATA, false",
        "301, PROTOCOL, false",
        "302, PROTOCOL, false",
        "304, PROTOCOL, false",
        "308, PROTOCOL, false",
        "400, REJECTED_INPUT, false",
        "401, AUTHENTICATION_FAILED, false",
        "402, PERMISSION_DENIED, false",
        "403, PERMISSION_DENIED, false",
        "404, NOT_FOUND, false",
        "405, PROTOCOL, false",
        "407, UNAVAILABLE, false",
        "408, UNAVAILABLE, true",
        "409, REJECTED_INPUT, false",
        "410, GONE, false",
        "418, PROTOCOL, false",
        "421, UNAVAILABLE, true",
        "422, REJECTED_INPUT, false",
        "425, UNAVAILABLE, true",
        "429, TOO_MANY_REQUESTS, true",
        "451, PERMISSION_DENIED, false",
        "500, UNAVAILABLE, true",
        "501, UNAVAILABLE, false",
        "502, UNAVAILABLE, true",
        "503, UNAVAILABLE, true",
        "504, UNAVAILABLE, true",
        "505, UNAVAILABLE, false",
        "511, UNAVAILABLE, false",
        "599, UNAVAILABLE, true",
        "101, PROTOCOL, false",
        "600, PROTOCOL, false"
    })
    void the_status_decides_the_kind_and_whether_asking_again_can_help(
            final int status, final Kind kind, final boolean retryable) {
        final UsageException error = errors.read(answer(status, "{\"data\":{\"remaining\":0}}"));

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error.status()).hasValue(status);
        assertThat(error.detail()).contains("HTTP " + status);
    }

    @Test
    void a_server_error_is_the_carriers_and_a_407_is_the_networks() {
        assertThat(errors.read(answer(502, "")).unavailableCause()).contains(UnavailableCause.CARRIER_ERROR);
        assertThat(errors.read(answer(407, "")).unavailableCause()).contains(UnavailableCause.NETWORK);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retry_after_says_when_to_ask_again(final int status) {
        assertThat(errors.read(answer(status, IN_A_MINUTE, "")).notBefore()).contains(NOW.plusSeconds(60));
        assertThat(errors.read(answer(status, "")).notBefore()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 422})
    void retry_after_alone_makes_nothing_worth_another_try(final int status) {
        final UsageException error = errors.read(answer(status, IN_A_MINUTE, ""));

        assertThat(error.retryable()).isFalse();
        assertThat(error.notBefore()).isEmpty();
    }

    @Test
    void the_carriers_code_is_kept_and_its_words_are_not() {
        final UsageException error = errors.read(answer(422, "{\"code\":73,\"reason\":\"planted words\"}"));

        assertThat(error.carrierCode()).contains("73");
        assertThat(error.getMessage()).doesNotContain("planted");
    }

    @Test
    void a_provider_may_know_better_and_what_was_read_stays() {
        final ErrorMapping recycled = (error, standard) ->
                error.code().equals(Optional.of("73")) ? standard.as(Kind.GONE, "recycled") : standard;
        final UsageException error =
                new StandardErrors(InstantSource.fixed(NOW), recycled).read(answer(429, IN_A_MINUTE, "{\"code\":73}"));

        assertThat(error.kind()).isEqualTo(Kind.GONE);
        assertThat(error.retryable()).isFalse();
        assertThat(error.status()).hasValue(429);
        assertThat(error.carrierCode()).contains("73");
        assertThat(error.notBefore()).contains(NOW.plusSeconds(60));
    }
}
