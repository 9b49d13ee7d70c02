package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection serves another request only if there is no doubt about where the last answer ended. */
class ConnectionReuseTest {

    private static final String STRAY = Answers.ok("stray");

    @Test
    void a_connection_serves_one_request_after_another() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(Answers.OK);
                    talk.readRequest();
                    talk.send(Answers.chunked("2\r\nok\r\n0\r\n\r\n"));
                    talk.readRequest();
                    talk.send(Answers.headOnly("204 No Content"));
                    talk.answerAll(Answers.OK);
                });
                BoundedHttpClient client = Clients.open()) {
            for (int i = 0; i < 4; i++) {
                Clients.get(client, server.uri("/"));
            }
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}"
            })
    void an_answer_that_may_be_the_last_of_its_connection_is_the_last(final String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer);
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            Clients.get(client, server.uri("/"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void without_reuse_every_request_has_a_connection_of_its_own_and_says_so() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = new Clients.With().withoutReuse().open()) {
            Clients.get(client, server.uri("/"));
            Clients.get(client, server.uri("/"));
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.requests()).allMatch(request -> request.contains("\r\nConnection: close\r\n"));
        }
    }

    @Test
    void a_second_answer_in_the_same_write_is_never_given_to_the_next_request() throws Exception {
        try (RawServer server = RawServer.start(
                        talk -> talk.answerAll(Answers.OK + STRAY), talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_second_answer_that_comes_while_the_connection_idles_is_never_given_to_the_next_request() throws Exception {
        final CountDownLatch idle = new CountDownLatch(1);
        final CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = RawServer.start(
                        talk -> {
                            talk.readRequest();
                            talk.send(Answers.OK);
                            await(idle);
                            talk.send(STRAY);
                            sent.countDown();
                            talk.awaitClose();
                        },
                        talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            idle.countDown();
            await(sent);
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_that_the_server_closed_meanwhile_is_replaced_without_a_failure() throws Exception {
        final CountDownLatch idle = new CountDownLatch(1);
        try (RawServer server = RawServer.start(
                        talk -> {
                            talk.readRequest();
                            talk.send(Answers.OK);
                            await(idle);
                        },
                        talk -> talk.answerAll(Answers.OK));
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            idle.countDown();
            server.awaitConversations(1);
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_connection_that_dies_on_its_second_request_fails_it_and_repeats_nothing() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(Answers.OK);
                    talk.readRequest();
                });
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            final UsageException failure = Clients.failure(client, server.uri("/"));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(failure.retryable()).isTrue();
            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_connection_that_idled_too_long_is_closed_when_the_client_is_next_used() throws Exception {
        final ManualTime time = new ManualTime();
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = new Clients.With()
                        .time(time)
                        .idleTime(Duration.ofSeconds(30))
                        .open()) {
            get(client, server, time);
            time.advance(Duration.ofSeconds(29));
            get(client, server, time);
            assertThat(server.connections()).isEqualTo(1);
            time.advance(Duration.ofSeconds(30));
            get(client, server, time);
            assertThat(server.connections()).isEqualTo(2);
            server.awaitConversations(1);
        }
    }

    @Test
    void idle_connections_can_be_dropped() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            Clients.get(client, server.uri("/"));
            client.dropIdleConnections();
            server.awaitConversations(1);
            Clients.get(client, server.uri("/"));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_connection_to_one_origin_is_not_used_for_another_but_makes_room_for_it() throws Exception {
        try (RawServer one = RawServer.answering(Answers.ok("one"));
                RawServer other = RawServer.answering(Answers.ok("other"));
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            assertThat(Clients.text(Clients.get(client, one.uri("/")))).isEqualTo("one");
            assertThat(Clients.text(Clients.get(client, other.uri("/")))).isEqualTo("other");
            one.awaitConversations(1);
            assertThat(Clients.text(Clients.get(client, one.uri("/")))).isEqualTo("one");
            assertThat(one.connections()).isEqualTo(2);
        }
    }

    private static void get(final BoundedHttpClient client, final RawServer server, final ManualTime time) {
        client.send(
                HttpRequest.of("GET", server.uri("/")),
                time.nanoTime() + Duration.ofSeconds(10).toNanos(),
                new Told());
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
