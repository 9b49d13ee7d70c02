package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one exchange puts on the wire, and what it makes of a good answer. */
class ExchangeTest {

    @Test
    void a_get_is_written_with_the_fields_of_the_connection_and_those_it_was_given() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            Clients.send(
                    client,
                    HttpRequest.of("GET", server.uri("/v2/sims/89?a=%20b")).withHeader("Accept", "application/json"));
            assertThat(server.requests())
                    .containsExactly("GET /v2/sims/89?a=%20b HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                            + "\r\nUser-Agent: anycarrier/test\r\nAccept-Encoding: gzip\r\nAccept: application/json"
                            + "\r\n\r\n");
        }
    }

    @Test
    void a_request_has_its_own_fields_whatever_was_asked_before_and_of_whom() throws Exception {
        try (RawServer one = RawServer.answering(Answers.OK);
                RawServer other = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            final HttpHeaders headers = HttpHeaders.none().with("Authorization", "first");
            Clients.send(client, HttpRequest.of("GET", one.uri("/"), headers));
            Clients.send(client, HttpRequest.of("GET", other.uri("/"), headers));
            Clients.send(
                    client, HttpRequest.of("GET", other.uri("/"), headers).withOnlyHeader("Authorization", "second"));
            Clients.send(client, HttpRequest.of("GET", other.uri("/")));

            assertThat(one.requests()).singleElement().asString().contains("Host: 127.0.0.1:" + one.port() + "\r\n");
            assertThat(other.requests())
                    .hasSize(3)
                    .allMatch(request -> request.contains("Host: 127.0.0.1:" + other.port() + "\r\n"));
            assertThat(other.requests().get(0)).contains("\r\nAuthorization: first\r\n");
            assertThat(other.requests().get(1))
                    .contains("\r\nAuthorization: second\r\n")
                    .doesNotContain("first");
            assertThat(other.requests().get(2)).doesNotContain("Authorization");
        }
    }

    @Test
    void a_post_carries_its_body_and_its_length() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            Clients.send(
                    client, HttpRequest.of("POST", server.uri("")).withBody("a=b".getBytes(StandardCharsets.UTF_8)));
            Clients.send(client, HttpRequest.of("POST", server.uri("/")));
            assertThat(server.requests().get(0))
                    .startsWith("POST / HTTP/1.1\r\n")
                    .contains("\r\nContent-Length: 3\r\n")
                    .endsWith("\r\n\r\na=b");
            assertThat(server.requests().get(1)).contains("\r\nContent-Length: 0\r\n");
        }
    }

    @Test
    void status_headers_and_body_of_the_answer_come_back() throws Exception {
        try (RawServer server = RawServer.answering(
                        Answers.headOnly("404 Not Found", "Content-Length: 4", "X-One:a", "x-one: \t b c \t")
                                + "none");
                BoundedHttpClient client = Clients.open()) {
            final HttpResponse response = Clients.get(client, server.uri("/"));
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.headers().all("X-ONE")).containsExactly("a", "b c");
            assertThat(Clients.text(response)).isEqualTo("none");
        }
    }

    @Test
    void chunks_are_joined_and_their_extensions_and_trailers_dropped() throws Exception {
        try (RawServer server = RawServer.answering(Answers.chunked(
                        "3\r\nabc\r\n0A;name=\"value\"\r\ndefghijklm\r\n0 ;x\r\nX-Trailer: t\r\n\r\n"));
                BoundedHttpClient client = Clients.open()) {
            final HttpResponse response = Clients.get(client, server.uri("/"));
            assertThat(Clients.text(response)).isEqualTo("abcdefghijklm");
            assertThat(response.headers().first("X-Trailer")).isEmpty();
        }
    }

    @Test
    void interim_answers_are_skipped() throws Exception {
        final String interim = Answers.headOnly("103 Early Hints", "Link: x");
        try (RawServer server = RawServer.answering(interim.repeat(8) + Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void an_answer_whose_status_excludes_a_body_has_none_whatever_its_length_says(final String status)
            throws Exception {
        try (RawServer server = RawServer.answering(Answers.headOnly(status, "Content-Length: 5"));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.get(client, server.uri("/")).body()).isEmpty();
        }
    }

    @Test
    void an_answer_to_head_has_no_body() throws Exception {
        try (RawServer server = RawServer.answering(Answers.headOnly("200 OK", "Content-Length: 5"));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.send(client, HttpRequest.of("HEAD", server.uri("/")))
                            .body())
                    .isEmpty();
        }
    }

    @Test
    void a_redirect_is_an_answer_like_any_other() throws Exception {
        try (RawServer server = RawServer.answering(
                        Answers.headOnly("302 Found", "Location: http://127.0.0.1:1/", "Content-Length: 0"));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.get(client, server.uri("/")).status()).isEqualTo(302);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void cookies_are_not_kept() throws Exception {
        try (RawServer server = RawServer.answering(Answers.ok("", "Set-Cookie: a=b"));
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            Clients.get(client, server.uri("/"));
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @Test
    void a_large_body_arrives_whole() throws Exception {
        final String body = "0123456789".repeat(9_999);
        try (RawServer server = RawServer.answering(Answers.ok(body));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Content-Length", "transfer-encoding", "Connection", "User-Agent", "TE"})
    void a_field_that_is_the_clients_own_is_rejected_before_anything_is_sent(final String name) {
        try (BoundedHttpClient client = Clients.open()) {
            final HttpRequest request =
                    HttpRequest.of("GET", URI.create("http://127.0.0.1:1/")).withHeader(name, "planted-secret");
            assertRejected(client, request);
        }
    }

    @Test
    void a_request_of_more_than_64_kibibytes_is_rejected() {
        try (BoundedHttpClient client = Clients.open()) {
            assertRejected(
                    client,
                    HttpRequest.of("POST", URI.create("http://127.0.0.1:1/")).withBody(new byte[64 * 1024]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1/planted-secret", "mailto:planted-secret", "http://user@127.0.0.1/", "/v2"})
    void an_address_that_is_not_of_http_is_rejected(final String address) {
        try (BoundedHttpClient client = Clients.open()) {
            assertRejected(client, HttpRequest.of("GET", URI.create(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00e9", "\u20ac", "\ud83d\ude00", "\ud83d", "\ude00", "?\ud83d", " ", "\n", "\u0000", "\u007f"
            })
    void a_target_with_characters_that_are_not_encoded_is_rejected(final String character) {
        try (BoundedHttpClient client = Clients.open()) {
            assertRejected(
                    client,
                    HttpRequest.of(
                            "GET",
                            URI.create("http://127.0.0.1:1/"),
                            "/sims?" + character + "planted-secret",
                            HttpHeaders.none()));
        }
    }

    private static void assertRejected(final BoundedHttpClient client, final HttpRequest request) {
        final UsageException failure =
                Assertions.catchThrowableOfType(UsageException.class, () -> Clients.send(client, request));
        assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT);
        assertThat(failure).hasMessageNotContaining("planted-secret").hasNoCause();
    }
}
