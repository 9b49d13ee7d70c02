package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However slowly a server speaks, an attempt ends in time. */
class DeadlinePassingTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    /** A little of the time may have gone before the exchange begins. */
    private static final String WITHIN = " within (300|2[0-9]{2}|1[0-9]{2}) ms";

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        assertGivenUp(talk -> {
            talk.readRequest();
            talk.awaitClose();
        });
    }

    @Test
    void a_server_that_drips_its_head_is_given_up() throws Exception {
        assertGivenUp(talk -> {
            talk.readRequest();
            talk.drip(Answers.ok("x".repeat(1000)));
        });
    }

    @Test
    void a_server_that_drips_its_body_is_given_up() throws Exception {
        assertGivenUp(talk -> {
            talk.readRequest();
            talk.send(Answers.chunked(""));
            talk.drip("1\r\nx\r\n".repeat(1000));
        });
    }

    @Test
    void a_server_that_drips_inside_a_tls_record_is_given_up() throws Exception {
        try (RawServer server = RawServer.start(talk -> talk.drip("\u0016\u0003\u0003@\u0000".repeat(1000)));
                BoundedHttpClient client = Clients.open()) {
            assertGivenUp(client, server.secureUri("localhost", "/"));
        }
    }

    @Test
    void a_server_that_drips_a_short_answer_is_waited_for() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.drip(Answers.OK);
                    talk.awaitClose();
                });
                BoundedHttpClient client = Clients.open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
        }
    }

    @Test
    void a_deadline_in_the_past_is_over_before_anything_is_sent() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            final UsageException failure = Clients.failure(client, server.uri("/"), Duration.ofSeconds(-1));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void waiting_for_a_free_connection_counts() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.awaitClose();
                });
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            final Waiter first = Waiter.start(() -> Clients.get(client, server.uri("/")));
            server.awaitRequests(1);
            final UsageException failure = Clients.failure(client, server.uri("/"), SHORT);
            assertThat(failure.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT);
            assertThat(failure)
                    .hasMessageMatching(".*: no connection to 127.0.0.1:" + server.port() + " became free" + WITHIN
                            + ": all 1 are in use; see maximum-connections;.*");
            assertThat(server.connections()).isEqualTo(1);
            first.interrupt();
            first.failure();
        }
    }

    @Test
    void a_port_that_never_answers_is_given_up_after_the_connect_timeout() throws Exception {
        try (FullPort port = new FullPort();
                BoundedHttpClient client =
                        new Clients.With().connectTimeout(SHORT).open()) {
            final UsageException failure = Clients.failure(client, port.uri());
            assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure).hasMessageContaining("no connection to 127.0.0.1:" + port.number() + " within 300 ms");
            assertThat(client.openConnections()).isZero();
        }
    }

    @Test
    void a_deadline_before_the_connect_timeout_rules() throws Exception {
        try (FullPort port = new FullPort();
                BoundedHttpClient client = Clients.open()) {
            assertGivenUp(client, port.uri());
        }
    }

    @Test
    void a_tls_handshake_counts_as_connecting() throws Exception {
        try (RawServer server = RawServer.start(Talk::awaitClose);
                BoundedHttpClient client =
                        new Clients.With().connectTimeout(SHORT).open()) {
            final UsageException failure = Clients.failure(client, server.secureUri("localhost", "/"));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(failure).hasMessageContaining("no connection to localhost:" + server.port() + " within 300 ms");
        }
    }

    private static void assertGivenUp(final RawServer.Conversation conversation) throws IOException {
        try (RawServer server = RawServer.start(conversation);
                BoundedHttpClient client = Clients.open()) {
            assertGivenUp(client, server.uri("/planted-secret"));
        }
    }

    private static void assertGivenUp(final BoundedHttpClient client, final URI uri) {
        final long begun = TimeSource.system().nanoTime();
        final UsageException failure = Clients.failure(client, uri, SHORT);
        assertThat(TimeUnit.NANOSECONDS.toMillis(TimeSource.system().nanoTime() - begun))
                .isBetween(290L, 2_000L);
        assertThat(failure.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure)
                .hasMessageMatching(
                        ".*: no complete answer from " + uri.getHost() + ":" + uri.getPort() + WITHIN + ";.*")
                .hasMessageNotContaining("planted-secret")
                .hasNoCause();
        assertThat(client.openConnections()).isZero();
    }
}
