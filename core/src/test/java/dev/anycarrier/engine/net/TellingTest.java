package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.port.Wire;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever counts requests learns of each that left, once, and of each that did not. */
class TellingTest {

    private final Told told = new Told();

    @Test
    void a_request_is_told_as_sent_before_its_answer_is_there() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    while (told.all().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    talk.send(Answers.OK);
                });
                BoundedHttpClient client = Clients.open()) {
            assertThat(client.send(HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), told)
                            .status())
                    .isEqualTo(200);
            assertThat(told.all()).containsExactly(Told.SENT);
        }
    }

    @Test
    void every_request_over_one_connection_is_told_once() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            for (int i = 0; i < 3; i++) {
                client.send(HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), told);
            }
            assertThat(told.all()).containsExactly(Told.SENT, Told.SENT, Told.SENT);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_request_whose_kept_connection_dies_is_told_as_sent_and_is_on_the_wire_once() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(Answers.OK);
                    talk.readRequest();
                });
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            assertThat(fail(client, server.uri("/")).unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(told.all()).containsExactly(Told.SENT);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_request_that_may_no_longer_be_written_is_not_and_leaves_its_connection_to_the_next() throws Exception {
        final Wire.Written late = new Wire.Written() {
            @Override
            public boolean mayBeWritten() {
                return false;
            }

            @Override
            public void sent() {
                told.sent();
            }

            @Override
            public void notSent() {
                told.notSent();
            }
        };
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            assertThatThrownBy(() ->
                            client.send(HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), late))
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            withdrawn ->
                                    assertThat(withdrawn.unavailableCause()).contains(UnavailableCause.LOCAL));
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
            Clients.get(client, server.uri("/"));
            assertThat(server.requests()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_request_that_is_never_answered_is_told_as_sent() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.awaitClose();
                });
                BoundedHttpClient client = Clients.open()) {
            assertThat(fail(client, server.uri("/"), Duration.ofMillis(300)).unavailableCause())
                    .contains(UnavailableCause.ATTEMPT_TIMEOUT);
            assertThat(told.all()).containsExactly(Told.SENT);
        }
    }

    @Test
    void what_cannot_be_sent_as_it_is_was_not_sent() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            final HttpRequest request = HttpRequest.of("GET", server.uri("/")).withHeader("Content-Length", "1");
            assertNotSent(() -> client.send(request, Clients.in(Clients.PATIENCE), told), Kind.REJECTED_INPUT, server);
        }
    }

    @Test
    void what_must_not_go_where_it_would_was_not_sent() {
        try (BoundedHttpClient client = Clients.open()) {
            assertThat(fail(client, URI.create("http://api.example.com/")).kind())
                    .isEqualTo(Kind.PROTOCOL);
        }
        try (BoundedHttpClient client = resolving("10.0.0.1")) {
            assertThat(fail(client, URI.create("https://api.example.com/")).kind())
                    .isEqualTo(Kind.PROTOCOL);
        }
        assertThat(told.all()).containsExactly(Told.NOT_SENT, Told.NOT_SENT);
    }

    @Test
    void what_finds_no_address_or_nobody_there_was_not_sent() throws Exception {
        final URI gone;
        try (RawServer server = RawServer.answering(Answers.OK)) {
            gone = server.uri("/");
        }
        try (BoundedHttpClient client = Clients.open();
                BoundedHttpClient unknown = new Clients.With()
                        .resolver(host -> {
                            throw new UnknownHostException(host);
                        })
                        .open()) {
            assertThat(fail(client, gone)).hasMessageContaining("refused the connection");
            assertThat(fail(unknown, URI.create("https://api.example.com/"))).hasMessageContaining("no address");
            assertThat(told.all()).containsExactly(Told.NOT_SENT, Told.NOT_SENT);
        }
    }

    @Test
    void what_does_not_come_through_within_the_connect_timeout_was_not_sent() throws Exception {
        try (FullPort port = new FullPort();
                BoundedHttpClient client = new Clients.With()
                        .connectTimeout(Duration.ofMillis(200))
                        .open()) {
            assertThat(fail(client, port.uri()).unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
        }
    }

    @Test
    void what_finds_no_common_ground_in_the_tls_handshake_was_not_sent() throws Exception {
        try (RawServer untrusted = RawServer.secure(TestCertificates.server(), talk -> talk.answerAll(Answers.OK));
                RawServer closing = RawServer.start(talk -> {});
                BoundedHttpClient client = Clients.open()) {
            for (final RawServer server : List.of(untrusted, closing)) {
                assertThat(fail(client, server.secureUri("localhost", "/")).unavailableCause())
                        .contains(UnavailableCause.TLS);
                assertThat(server.requests()).isEmpty();
            }
            assertThat(told.all()).containsExactly(Told.NOT_SENT, Told.NOT_SENT);
        }
    }

    @Test
    void what_a_proxy_refuses_was_not_sent() throws Exception {
        try (RawServer proxy = RawServer.answering(Answers.headOnly("407 No", "Content-Length: 0"));
                BoundedHttpClient client =
                        new Clients.With().proxy(proxy.uri("")).open()) {
            assertThat(fail(client, URI.create("https://api.example.com/"))).hasMessageContaining("407");
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
        }
    }

    @Test
    void what_finds_no_free_connection_was_not_sent() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.awaitClose();
                });
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            final Waiter first = Waiter.start(() -> Clients.get(client, server.uri("/")));
            server.awaitRequests(1);
            assertThat(fail(client, server.uri("/"), Duration.ofMillis(100))).hasMessageContaining("became free");
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
            first.interrupt();
            assertThat(first.failure().kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void a_request_whose_time_is_over_is_not_sent_though_a_connection_is_there() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK)) {
            final BoundedHttpClient client = Clients.open();
            Clients.get(client, server.uri("/"));
            assertThat(fail(client, server.uri("/"), Duration.ZERO).unavailableCause())
                    .contains(UnavailableCause.ATTEMPT_TIMEOUT);
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
            client.close();
            server.awaitConversations(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_request_of_an_interrupted_thread_is_not_sent_though_a_connection_is_there() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK)) {
            final BoundedHttpClient client = Clients.open();
            Clients.get(client, server.uri("/"));
            final Waiter waiter = Waiter.start(() -> {
                Thread.currentThread().interrupt();
                client.send(HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), told);
            });
            assertThat(waiter.failure().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(waiter.flagKept()).isTrue();
            assertThat(told.all()).containsExactly(Told.NOT_SENT);
            client.close();
            server.awaitConversations(1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_request_to_a_closed_client_was_not_sent() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK)) {
            final BoundedHttpClient client = Clients.open();
            client.close();
            assertNotSent(
                    () -> client.send(HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), told),
                    Kind.CANCELLED,
                    server);
        }
    }

    @Test
    void what_the_told_one_throws_ends_the_exchange_and_leaves_nothing_open() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            final Wire.Written broken = new Wire.Written() {
                @Override
                public void sent() {
                    throw new IllegalStateException("no room");
                }

                @Override
                public void notSent() {}
            };
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> client.send(
                                HttpRequest.of("GET", server.uri("/")), Clients.in(Clients.PATIENCE), broken))
                        .hasMessage("no room");
                assertThat(client.openConnections()).isZero();
            }
        }
    }

    private void assertNotSent(final Runnable exchange, final Kind kind, final RawServer server) {
        assertThatThrownBy(exchange::run)
                .isInstanceOfSatisfying(
                        UsageException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
        assertThat(told.all()).containsExactly(Told.NOT_SENT);
        assertThat(server.connections()).isZero();
    }

    private UsageException fail(final BoundedHttpClient client, final URI uri) {
        return fail(client, uri, Clients.PATIENCE);
    }

    private UsageException fail(final BoundedHttpClient client, final URI uri, final Duration time) {
        return Clients.failure(client, uri, time, told);
    }

    private static BoundedHttpClient resolving(final String address) {
        return new Clients.With()
                .resolver(host -> List.of(InetAddress.getByName(address)))
                .open();
    }
}
