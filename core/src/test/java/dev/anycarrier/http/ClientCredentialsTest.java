package dev.anycarrier.http;

import static dev.anycarrier.http.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

    private static final URI ENDPOINT = URI.create("https://carrier.example/v2/token");
    private static final Duration A_DAY = Duration.ofHours(24);

    private final AtomicReference<Secret> secret = new AtomicReference<>(Secret.of("s&cret=+ é"));

    @Test
    void the_form_is_posted_with_everything_encoded() {
        final List<HttpRequest> requests = new ArrayList<>();
        credentials("").fetchToken(request -> {
            requests.add(request);
            return answer(200, "{\"access_token\":\"t\"}");
        });

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.uri()).isEqualTo(ENDPOINT);
            assertThat(request.headers().all("Content-Type")).containsExactly("application/x-www-form-urlencoded");
            assertThat(request.headers().all("Accept")).containsExactly("application/json");
            assertThat(new String(request.body(), StandardCharsets.US_ASCII))
                    .isEqualTo(
                            "client_id=the+client&client_secret=s%26cret%3D%2B+%C3%A9&grant_type=client_credentials");
        });
    }

    @Test
    void the_secret_is_read_anew_for_each_token() {
        final List<String> forms = new ArrayList<>();
        final ClientCredentials credentials = credentials("");
        for (final String current : List.of("first", "second")) {
            secret.set(Secret.of(current));
            credentials.fetchToken(request -> {
                forms.add(new String(request.body(), StandardCharsets.US_ASCII));
                return answer(200, "{\"access_token\":\"t\"}");
            });
        }

        assertThat(forms.get(0)).contains("client_secret=first&");
        assertThat(forms.get(1)).contains("client_secret=second&");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | {\"access_token\":\"t\",\"expires_in\":60}",
                "/data  | {\"data\":{\"access_token\":\"t\",\"expires_in\":60},\"meta\":{}}",
                "/a/b   | {\"a\":{\"b\":{\"access_token\":\"t\",\"expires_in\":60}}}"
            })
    void the_token_is_found_in_its_wrapper(final String wrapper, final String body) {
        assertThat(fetch(wrapper, body)).isEqualTo(new AccessToken(Secret.of("t"), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "31622400, PT24H",
        "86401, PT24H",
        "3600, PT1H",
        "1, PT1S",
        "2147483648, PT24H",
        "1000000000000000000, PT24H",
        "99999999999999999999999, PT24H",
        "1e18, PT1H",
        "0, PT1H",
        "-1, PT1H",
        "'\"3600\"', PT1H",
        "null, PT1H",
        "{}, PT1H",
        "0.5, PT1H"
    })
    void a_token_lives_as_long_as_it_says_at_most_a_day_and_an_hour_where_that_makes_no_sense(
            final String expiresIn, final Duration lifetime) {
        assertThat(fetch("", "{\"access_token\":\"t\",\"expires_in\":" + expiresIn + "}")
                        .lifetime())
                .isEqualTo(lifetime);
    }

    @Test
    void a_lifetime_that_is_not_said_is_an_hour() {
        assertThat(fetch("", "{\"access_token\":\"t\"}").lifetime()).isEqualTo(ClientCredentials.ASSUMED_LIFETIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"access_token\":null}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\" \"}",
                "{\"access_token\":5}",
                "{\"access_token\":[\"t\"]}",
                "{\"access_token\":\"a b\"}",
                "{\"access_token\":\"a\\r\\nX: y\"}",
                "{\"access_token\":\"a\\u0000\"}",
                "{\"access_token\":\"tökén\"}",
                "{\"data\":{\"access_token\":\"elsewhere\"}}"
            })
    void an_answer_without_a_usable_token_is_refused_credentials(final String body) {
        assertThat(refusal(200, body).kind()).isEqualTo(Kind.AUTHENTICATION_FAILED);
    }

    @Test
    void a_token_of_100_kilobytes_is_not_usable() {
        assertThat(refusal(200, "{\"access_token\":\"" + "t".repeat(100_000) + "\"}")
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, AUTHENTICATION_FAILED", "401, AUTHENTICATION_FAILED", "422, AUTHENTICATION_FAILED",
                "403, PERMISSION_DENIED",
        "404, PROTOCOL", "302, PROTOCOL", "429, TOO_MANY_REQUESTS", "500, UNAVAILABLE"
    })
    void a_refusal_is_read_as_one_of_the_token_endpoint(final int status, final Kind kind) {
        final UsageException refusal = refusal(status, "{\"code\":7,\"message\":\"planted\"}");

        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.status()).hasValue(status);
        assertThat(refusal.carrierCode()).contains("7");
        assertThat(refusal.getMessage()).doesNotContain("planted").doesNotContain("cret");
    }

    @Test
    void its_limit_is_the_token_endpoints() {
        final UsageException refusal = catchThrowableOfType(
                UsageException.class,
                () -> credentials("")
                        .fetchToken(request -> answer(429, HttpHeaders.none().with("Retry-After", "20"), "")));

        assertThat(refusal.limitScope()).contains(LimitScope.TOKEN_ENDPOINT);
        assertThat(refusal.notBefore()).contains(FakeContext.NOW.plusSeconds(20));
    }

    @Test
    void what_the_transport_says_passes_as_it_is() {
        final UsageException broken =
                UsageException.unavailable(UnavailableCause.NETWORK, "gone").build();

        assertThat(catchThrowableOfType(
                        UsageException.class,
                        () -> credentials("").fetchToken(request -> {
                            throw broken;
                        })))
                .isSameAs(broken);
    }

    @Test
    void a_request_carries_one_token_and_no_other() {
        final HttpRequest request =
                HttpRequest.of("GET", URI.create("https://carrier.example/")).withHeader("authorization", "Bearer old");

        final HttpRequest applied =
                credentials("").apply(request, new AccessToken(Secret.of("new"), Duration.ofMinutes(1)));
        assertThat(applied.headers().all("Authorization")).containsExactly("Bearer new");
    }

    @Test
    void a_401_refuses_the_token_and_nothing_else_does() {
        assertThat(credentials("").refuses(answer(401, ""))).isTrue();
        assertThat(credentials("").refuses(answer(403, ""))).isFalse();
        assertThat(credentials("").refuses(answer(200, ""))).isFalse();
    }

    @Test
    void it_shows_the_endpoint_only() {
        assertThat(credentials("")).hasToString("client credentials at " + ENDPOINT);
    }

    private ClientCredentials credentials(final String wrapper) {
        return new ClientCredentials(
                new FakeContext(), ENDPOINT, "the client", secret::get, wrapper, A_DAY, ErrorMapping.standard());
    }

    private AccessToken fetch(final String wrapper, final String body) {
        return credentials(wrapper).fetchToken(request -> answer(200, body));
    }

    private UsageException refusal(final int status, final String body) {
        return catchThrowableOfType(
                UsageException.class, () -> credentials("").fetchToken(request -> answer(status, body)));
    }
}
