package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interruption and closing end an exchange at once, wherever it is, and leave nothing open. */
class CancellationTest {

    private static final RawServer.Conversation SILENT = talk -> {
        talk.readRequest();
        talk.awaitClose();
    };

    @Test
    void interrupting_a_thread_that_waits_for_an_answer_ends_the_exchange() throws Exception {
        try (RawServer server = RawServer.start(SILENT);
                BoundedHttpClient client = Clients.open()) {
            final Waiter waiter = Waiter.start(() -> Clients.get(client, server.uri("/planted-secret")));
            server.awaitRequests(1);
            waiter.interrupt();
            assertInterrupted(waiter, client);
        }
    }

    @Test
    void interrupting_a_thread_in_the_middle_of_a_body_ends_the_exchange() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(Answers.headOnly("200 OK", "Content-Length: 50000"));
                    talk.drip("x".repeat(50_000));
                });
                BoundedHttpClient client = Clients.open()) {
            final Waiter waiter = Waiter.start(() -> Clients.get(client, server.uri("/")));
            server.awaitRequests(1);
            waiter.interrupt();
            assertInterrupted(waiter, client);
        }
    }

    @Test
    void interrupting_a_thread_that_connects_ends_the_exchange() throws Exception {
        try (FullPort port = new FullPort();
                BoundedHttpClient client = Clients.open()) {
            final Waiter waiter = Waiter.start(() -> Clients.get(client, port.uri()));
            awaitOpen(client);
            waiter.interrupt();
            assertInterrupted(waiter, client);
        }
    }

    @Test
    void interrupting_a_thread_in_a_tls_handshake_ends_the_exchange() throws Exception {
        try (RawServer server = RawServer.start(Talk::awaitClose);
                BoundedHttpClient client = Clients.open()) {
            final Waiter waiter = Waiter.start(() -> Clients.get(client, server.secureUri("localhost", "/")));
            awaitOpen(client);
            waiter.interrupt();
            assertInterrupted(waiter, client);
        }
    }

    @Test
    void interrupting_or_closing_ends_an_exchange_by_tls_too() throws Exception {
        try (RawServer server = RawServer.secure(TestCertificates.server(), SILENT)) {
            final BoundedHttpClient client =
                    new Clients.With().tls(TestCertificates.trusted()).open();
            final Waiter interrupted = Waiter.start(() -> Clients.get(client, server.secureUri("localhost", "/")));
            server.awaitRequests(1);
            interrupted.interrupt();
            assertInterrupted(interrupted, client);
            final Waiter closed = Waiter.start(() -> Clients.get(client, server.secureUri("localhost", "/")));
            server.awaitRequests(2);
            client.close();
            assertThat(closed.failure().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(client.openConnections()).isZero();
        }
    }

    @Test
    void interrupting_a_thread_in_a_name_lookup_ends_the_exchange_after_it() {
        try (BoundedHttpClient client = new Clients.With()
                .resolver(host -> {
                    Thread.currentThread().interrupt();
                    throw new UnknownHostException(host);
                })
                .open()) {
            final Waiter waiter = Waiter.start(() -> Clients.get(client, URI.create("https://api.example.com/")));
            assertInterrupted(waiter, client);
        }
    }

    @Test
    void interrupting_a_thread_that_waits_for_a_connection_ends_the_exchange() throws Exception {
        try (RawServer server = RawServer.start(SILENT);
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            final Waiter first = Waiter.start(() -> Clients.get(client, server.uri("/")));
            server.awaitRequests(1);
            final Waiter second = Waiter.start(() -> Clients.get(client, server.uri("/")));
            second.awaitBlocked();
            second.interrupt();
            assertThat(second.failure().kind()).isEqualTo(Kind.CANCELLED);
            assertThat(second.flagKept()).isTrue();
            first.interrupt();
            assertInterrupted(first, client);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_thread_that_is_interrupted_already_sends_nothing() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = Clients.open()) {
            final Waiter waiter = Waiter.start(() -> {
                Thread.currentThread().interrupt();
                Clients.get(client, server.uri("/"));
            });
            assertInterrupted(waiter, client);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void an_interruption_at_any_moment_cancels_and_leaves_nothing_open() throws Exception {
        try (RawServer server = RawServer.start(SILENT);
                BoundedHttpClient client =
                        new Clients.With().maximumConnections(1).open()) {
            for (int moment = 0; moment < 200; moment++) {
                final Waiter waiter = Waiter.start(() -> Clients.get(client, server.uri("/")));
                final long later = TimeSource.system().nanoTime() + moment * 5_000L;
                while (TimeSource.system().nanoTime() - later < 0) {
                    Thread.onSpinWait();
                }
                waiter.interrupt();
                assertInterrupted(waiter, client);
            }
        }
    }

    @Test
    void closing_the_client_ends_every_exchange_and_every_connection() throws Exception {
        try (RawServer silent = RawServer.start(SILENT);
                RawServer good = RawServer.answering(Answers.OK);
                FullPort full = new FullPort()) {
            final BoundedHttpClient client =
                    new Clients.With().maximumConnections(4).open();
            Clients.get(client, good.uri("/"));
            final List<Waiter> waiters = new ArrayList<>();
            waiters.add(Waiter.start(() -> Clients.get(client, silent.uri("/"))));
            waiters.add(Waiter.start(() -> Clients.get(client, full.uri())));
            waiters.add(Waiter.start(() -> Clients.get(client, silent.secureUri("localhost", "/"))));
            waiters.add(Waiter.start(() -> Clients.get(client, silent.uri("/"))));
            silent.awaitRequests(2);
            waiters.add(Waiter.start(() -> Clients.get(client, silent.uri("/"))));
            waiters.get(4).awaitBlocked();
            client.close();
            client.close();
            for (final Waiter waiter : waiters) {
                final UsageException failure = waiter.failure();
                assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
                assertThat(failure)
                        .hasMessageContaining("the client was closed")
                        .hasNoCause();
                assertThat(waiter.flagKept()).isFalse();
            }
            assertThat(client.openConnections()).isZero();
            good.awaitConversations(1);
        }
    }

    @Test
    void a_closed_client_sends_nothing() throws Exception {
        try (RawServer server = RawServer.answering(Answers.OK)) {
            final BoundedHttpClient client = Clients.open();
            Clients.get(client, server.uri("/"));
            client.close();
            assertThat(Clients.failure(client, server.uri("/")).kind()).isEqualTo(Kind.CANCELLED);
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static void assertInterrupted(final Waiter waiter, final BoundedHttpClient client) {
        final UsageException failure = waiter.failure();
        assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
        assertThat(failure).hasMessageNotContaining("planted-secret").hasNoCause();
        assertThat(waiter.flagKept()).isTrue();
        assertThat(client.openConnections()).isZero();
    }

    private static void awaitOpen(final BoundedHttpClient client) {
        while (client.openConnections() == 0) {
            Thread.onSpinWait();
        }
    }
}
