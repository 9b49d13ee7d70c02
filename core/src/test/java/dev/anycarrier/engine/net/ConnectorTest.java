package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a host's name becomes a connection. */
class ConnectorTest {

    @Test
    void a_refused_connection_is_told_in_words() throws Exception {
        final int port;
        try (RawServer gone = RawServer.answering(Answers.OK)) {
            port = gone.port();
        }
        try (BoundedHttpClient client = Clients.open()) {
            final UsageException failure = Clients.failure(client, URI.create("http://127.0.0.1:" + port + "/"));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure)
                    .hasMessageContaining("127.0.0.1:" + port + " refused the connection")
                    .hasMessageNotContaining("null");
            assertThat(client.openConnections()).isZero();
        }
    }

    @Test
    void a_name_without_an_address_is_told_in_words() {
        try (BoundedHttpClient unknown = resolving(host -> {
                    throw new UnknownHostException(host + ": Temporary failure in name resolution");
                });
                BoundedHttpClient empty = resolving(host -> List.of())) {
            for (final BoundedHttpClient client : List.of(unknown, empty)) {
                final UsageException failure = Clients.failure(client, URI.create("http://api.example.com/"));
                assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
                assertThat(failure.retryable()).isTrue();
                assertThat(failure)
                        .hasMessageContaining("no address is known for the name of api.example.com:80")
                        .hasNoCause();
            }
        }
    }

    @Test
    void when_the_first_address_is_dead_the_second_is_used() throws Exception {
        // 127.0.0.2 is this machine too, but the server listens on 127.0.0.1 alone.
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = resolving(
                        host -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress()))) {
            assertThat(Clients.text(Clients.get(client, URI.create("http://api.example.com:" + server.port() + "/"))))
                    .isEqualTo("ok");
            assertThat(client.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void when_the_first_address_never_answers_time_is_left_for_the_second() throws Exception {
        try (FullPort full = new FullPort();
                BoundedHttpClient client = new Clients.With()
                        .connectTimeout(Duration.ofMillis(400))
                        .privateAddressesAllowed()
                        .httpAllowed()
                        .resolver(host -> List.of(InetAddress.getLoopbackAddress(), InetAddress.getByName("127.0.0.2")))
                        .open()) {
            assertThat(Clients.failure(client, URI.create("http://api.example.com:" + full.number() + "/")))
                    .hasMessageContaining("api.example.com:" + full.number() + " refused the connection");
        }
    }

    @Test
    void a_name_that_means_a_private_address_is_refused() {
        try (BoundedHttpClient client = new Clients.With()
                .resolver(host -> List.of(InetAddress.getByName("10.0.0.1")))
                .open()) {
            final UsageException failure = Clients.failure(client, URI.create("https://api.example.com/"));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure).hasMessageContaining("allow-private-address").hasNoCause();
        }
    }

    @Test
    void a_name_that_comes_to_mean_another_address_is_checked_again_at_the_next_connection() throws Exception {
        try (RawServer server = RawServer.answering(Answers.headOnly("204 No Content", "Connection: close"))) {
            final Iterator<InetAddress> answers = List.of(
                            InetAddress.getLoopbackAddress(), InetAddress.getByName("10.0.0.1"))
                    .iterator();
            try (BoundedHttpClient client =
                    new Clients.With().resolver(host -> List.of(answers.next())).open()) {
                final URI uri = URI.create("http://localhost:" + server.port() + "/");
                assertThat(Clients.get(client, uri).status()).isEqualTo(204);
                assertThat(Clients.failure(client, uri).kind()).isEqualTo(Kind.PROTOCOL);
                assertThat(answers.hasNext()).isFalse();
            }
        }
    }

    @Test
    void plain_http_goes_nowhere_but_loopback_unless_it_is_allowed() {
        final List<String> asked = new ArrayList<>();
        try (BoundedHttpClient client = new Clients.With()
                .resolver(host -> {
                    asked.add(host);
                    return List.of();
                })
                .open()) {
            final UsageException failure = Clients.failure(client, URI.create("http://api.example.com/planted-secret"));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure)
                    .hasMessageContaining("no request goes to api.example.com:80 by http; use https, or set allow-http")
                    .hasMessageNotContaining("planted-secret");
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void an_ipv6_address_keeps_its_brackets_in_host_and_messages() {
        final List<String> asked = new ArrayList<>();
        try (BoundedHttpClient client = new Clients.With()
                .resolver(host -> {
                    asked.add(host);
                    return List.of();
                })
                .open()) {
            assertThat(Clients.failure(client, URI.create("http://[::1]:8080/")))
                    .hasMessageContaining("[::1]:8080");
            assertThat(asked).containsExactly("::1");
        }
        assertThat(Origin.of(URI.create("https://[2001:db8::1]/")).hostField()).isEqualTo("[2001:db8::1]");
        assertThat(Origin.of(URI.create("https://API.example.com:8443/")).hostField())
                .isEqualTo("api.example.com:8443");
    }

    private static BoundedHttpClient resolving(final NameResolver resolver) {
        return new Clients.With()
                .resolver(resolver)
                .privateAddressesAllowed()
                .httpAllowed()
                .open();
    }
}
