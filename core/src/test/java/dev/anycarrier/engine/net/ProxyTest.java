package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a proxy every request goes through it, and with none set none is used. */
class ProxyTest {

    /** Knows the proxy and nothing else: carriers are looked up by the proxy. */
    private static final NameResolver PROXY_ONLY = host -> {
        if (host.equals("127.0.0.1")) {
            return NameResolver.system().resolve(host);
        }
        throw new UnknownHostException(host);
    };

    @Test
    void a_request_by_https_goes_through_a_tunnel() throws Exception {
        final SSLContext context = TestCertificates.server();
        try (RawServer proxy = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(Answers.headOnly("200 Connection established"));
                    talk.secure(context);
                    talk.answerAll(Answers.OK);
                });
                BoundedHttpClient client = new Clients.With()
                        .proxy(proxy.uri(""))
                        .resolver(PROXY_ONLY)
                        .tls(TestCertificates.trusted())
                        .open()) {
            for (int i = 0; i < 2; i++) {
                assertThat(Clients.text(Clients.send(
                                client,
                                HttpRequest.of("GET", URI.create("https://api.example.com/v2"))
                                        .withHeader("Authorization", "planted-secret"))))
                        .isEqualTo("ok");
            }
            assertThat(proxy.requests()).hasSize(3);
            assertThat(proxy.requests().get(0))
                    .isEqualTo(String.join(
                            "\r\n",
                            "CONNECT api.example.com:443 HTTP/1.1",
                            "Host: api.example.com:443",
                            "User-Agent: anycarrier/test",
                            "",
                            ""));
            assertThat(proxy.requests().get(1)).startsWith("GET /v2 HTTP/1.1\r\nHost: api.example.com\r\n");
        }
    }

    @Test
    void a_request_by_http_names_its_whole_target() throws Exception {
        try (RawServer proxy = RawServer.answering(Answers.OK);
                BoundedHttpClient client = new Clients.With()
                        .proxy(proxy.uri("/"))
                        .resolver(PROXY_ONLY)
                        .httpAllowed()
                        .open()) {
            Clients.get(client, URI.create("http://api.example.com:8080/v2?a=b"));
            assertThat(proxy.requests().get(0))
                    .startsWith("GET http://api.example.com:8080/v2?a=b HTTP/1.1\r\nHost: api.example.com:8080\r\n");
        }
    }

    @Test
    void a_proxy_that_asks_for_credentials_gets_none_and_no_second_request() throws Exception {
        final String answer = Answers.headOnly("407 No", "Proxy-Authenticate: Basic realm=x", "Content-Length: 0");
        final UsageException failure = tunnelFailure(answer);
        assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining("answered HTTP 407 instead of opening a tunnel to api.example.com:443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"302 Found", "403 Forbidden", "502 Bad Gateway", "503 Busy"})
    void a_proxy_that_opens_no_tunnel_may_be_asked_again(final String status) throws Exception {
        final UsageException failure = tunnelFailure(Answers.headOnly(status, "Content-Length: 0"));
        assertThat(failure.unavailableCause()).contains(UnavailableCause.NETWORK);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure).hasMessageContaining("proxy 127.0.0.1:");
    }

    @Test
    void a_proxy_that_speaks_into_the_tunnel_is_refused() throws Exception {
        final UsageException failure = tunnelFailure(Answers.headOnly("200 OK") + "surprise");
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure).hasMessageContaining("before the tunnel to api.example.com:443");
    }

    @Test
    void a_proxy_that_is_not_there_is_named() throws Exception {
        final int port;
        try (RawServer gone = RawServer.answering(Answers.OK)) {
            port = gone.port();
        }
        try (BoundedHttpClient client =
                new Clients.With().proxy(URI.create("http://127.0.0.1:" + port)).open()) {
            assertThat(Clients.failure(client, URI.create("https://api.example.com/")))
                    .hasMessageContaining("proxy 127.0.0.1:" + port + " refused the connection");
        }
    }

    @Test
    void the_system_s_proxy_settings_are_ignored() throws Exception {
        final String[] properties = {"http.proxyHost", "http.proxyPort", "http.nonProxyHosts", "socksProxyHost"};
        try (RawServer server = RawServer.answering(Answers.OK);
                RawServer proxy = RawServer.answering(Answers.ok("proxy"));
                BoundedHttpClient client = Clients.open()) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", Integer.toString(proxy.port()));
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(proxy.connections()).isZero();
        } finally {
            System.clearProperty("socksProxyPort");
            for (final String property : properties) {
                System.clearProperty(property);
            }
        }
    }

    private static UsageException tunnelFailure(final String answer) throws Exception {
        try (RawServer proxy = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.send(answer);
                    talk.awaitClose();
                });
                BoundedHttpClient client = new Clients.With()
                        .proxy(proxy.uri(""))
                        .resolver(PROXY_ONLY)
                        .open()) {
            final UsageException failure =
                    Clients.failure(client, URI.create("https://api.example.com/planted-secret"));
            assertThat(failure).hasMessageNotContaining("planted-secret");
            assertThat(proxy.requests()).hasSize(1);
            assertThat(client.openConnections()).isZero();
            return failure;
        }
    }
}
