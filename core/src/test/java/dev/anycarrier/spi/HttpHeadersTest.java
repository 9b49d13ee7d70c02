package dev.anycarrier.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, and the requests and secrets that carry what must not be seen. */
class HttpHeadersTest {

    @Test
    void names_are_found_whatever_their_case_and_values_keep_their_order() {
        final HttpHeaders headers =
                HttpHeaders.none().with("A", "1").with("b", "2").with("a", "3");

        assertThat(headers.first("a")).contains("1");
        assertThat(headers.all("A")).containsExactly("1", "3");
        assertThat(headers.first("c")).isEmpty();
        assertThat(headers.without("a").all("A")).isEmpty();
        assertThat(headers.without("a").all("B")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\u0000", "a\u007f", "a\u0100", "a\ud83d\ude00"})
    void a_value_that_no_header_can_carry_is_refused_and_not_repeated(final String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpHeaders.none().with("Authorization", value))
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .contains("Authorization")
                        .doesNotContain(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:", "a\r\n", "ä"})
    void a_name_is_a_token(final String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpHeaders.none().with(name, "1"));
    }

    @Test
    void a_header_that_is_set_for_each_request_has_the_value_of_that_request() {
        final HttpRequest request = HttpRequest.of("GET", URI.create("https://carrier.example/"))
                .withHeader("authorization", "0")
                .withHeader("Accept", "text");

        for (final String value : List.of("1", "1", "2", "1")) {
            final HttpHeaders headers =
                    request.withOnlyHeader("Authorization", value).headers();
            assertThat(headers.all("Authorization")).containsExactly(value);
            assertThat(headers.all("Accept")).containsExactly("text");
        }
        assertThat(request.withOnlyHeader("Accept", "1").headers().all("authorization"))
                .containsExactly("0");
        assertThat(request.headers().all("Authorization")).containsExactly("0");
        assertThatIllegalArgumentException().isThrownBy(() -> request.withOnlyHeader("Authorization", "a\nb"));
    }

    @Test
    void nothing_that_is_shown_holds_a_value_a_path_or_a_body() {
        final HttpRequest request = HttpRequest.of("GET", URI.create("https://carrier.example/sims/planted?planted"))
                .withHeader("Authorization", "planted")
                .withBody("planted".getBytes(StandardCharsets.UTF_8));
        final HttpResponse response =
                new HttpResponse(200, request.headers(), "planted".getBytes(StandardCharsets.UTF_8));

        assertThat(request).hasToString("GET https://carrier.example/…");
        assertThat(request.headers()).hasToString("[Authorization]");
        assertThat(response).hasToString("HTTP 200, 7 bytes");
        assertThat(Secret.of("planted")).hasToString("***");
        assertThat(SecretSource.fixed(Secret.of("planted")).toString()).doesNotContain("planted");
        assertThat(new AccessToken(Secret.of("planted"), Duration.ofHours(1)).toString())
                .doesNotContain("planted");
    }

    @Test
    void a_request_is_not_changed_through_its_body() {
        final byte[] body = {1, 2};
        final HttpRequest request =
                HttpRequest.of("POST", URI.create("https://carrier.example/")).withBody(body);
        body[0] = 9;
        request.body()[1] = 9;

        assertThat(request.body()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000"})
    void a_secret_is_a_text_that_fits_a_header(final String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(value)).withMessageNotContaining("a\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "tökén", "a\u00a0b"})
    void a_token_is_visible_ascii(final String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken(Secret.of(value), Duration.ofHours(1)));
    }

    @Test
    void a_token_lives_and_is_of_bearable_length() {
        final Secret token = Secret.of("t");

        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken(token, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessToken(token, Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessToken(Secret.of("t".repeat(16 * 1024 + 1)), Duration.ofHours(1)));
    }
}
