package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.pressone.PressOneProviderFactory;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.testkit.fault.Answer;
import dev.anycarrier.testkit.fault.FaultServer;
import dev.anycarrier.testkit.fault.ReceivedRequest;
import dev.anycarrier.testkit.fault.Script;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What the carrier sets, what the process around us sets, and what is left of a token: real sockets and a real heap. */
class SurroundingsTest {

    private static final int MOST_LOOKS = 100;
    private static final long ONE_LOOK_MILLIS = 100;
    private static final URI CARRIER = URI.create("https://carrier.example");

    @Test
    @Fault("SEC-07")
    void a_cookie_that_the_carrier_sets_is_sent_to_nobody() {
        try (FaultServer server = FaultServer.start(answering("Set-Cookie", "session=planted-cookie; Path=/"));
                Anycarrier carriers = open(two(server))) {
            carriers.account("first").usage(Scene.SIM);
            carriers.account("first").usage(Scene.OTHER_SIM);
            carriers.account("second").usage(Scene.SIM);
            assertThat(server.requests()).hasSize(5);
            for (final ReceivedRequest request : server.requests()) {
                assertThat(request.headers().first("Cookie")).isEmpty();
                assertThat(request.toString()).doesNotContain("planted-cookie");
            }
        }
    }

    @Test
    @Fault("SEC-08")
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void a_proxy_that_the_surroundings_name_is_not_used() {
        try (FaultServer server = FaultServer.start(answering("X-Is", "direct"));
                FaultServer proxy = FaultServer.start(answering("X-Is", "proxied"))) {
            final String port = String.valueOf(proxy.port());
            final Map<String, String> properties = new HashMap<>();
            for (final String protocol : List.of("http.proxy", "https.proxy", "socksProxy")) {
                properties.put(protocol + "Host", "127.0.0.1");
                properties.put(protocol + "Port", port);
            }
            properties.put("http.nonProxyHosts", "");
            properties.put("java.net.useSystemProxies", "true");
            final String address = "http://127.0.0.1:" + port;
            final SettingsBuilder settings = Scene.settings("pressone", "base-url=" + server.address())
                    .environment(Map.of(
                            "HTTP_PROXY",
                            address,
                            "http_proxy",
                            address,
                            "HTTPS_PROXY",
                            address,
                            "ALL_PROXY",
                            address));
            withSystemProperties(properties, () -> {
                try (Anycarrier carriers = open(settings.build())) {
                    assertThat(carriers.account("pressone").usage(Scene.SIM).buckets())
                            .isNotEmpty();
                }
            });
            assertThat(server.requests()).hasSize(2);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    @Fault("SEC-10")
    void a_token_is_out_of_reach_once_its_account_is_closed() throws InterruptedException {
        final ReferenceQueue<String> collected = new ReferenceQueue<>();
        final AtomicReference<WeakReference<String>> held = new AtomicReference<>();
        final AtomicReference<Transport> transport = new AtomicReference<>();
        final Plugin plugin = Plugin.answering((context, sim) -> {
            transport.compareAndSet(null, context.transport(new Exchange(collected, held)));
            transport.get().send(HttpRequest.of("GET", CARRIER));
            return Plugin.oneGibibyte(context, sim);
        });
        final Anycarrier carriers = Anycarrier.builder()
                .settings(Scene.settings("plugin", "base-url=" + CARRIER).build())
                .classLoader(nothingToFind())
                .factory(plugin)
                .ports(Ports.system())
                .wires((account, options) -> new RealThreads.MemoryWire(request -> Reply.ok("{}")))
                .build();
        carriers.account("plugin").usage(Scene.SIM);
        System.gc();
        assertThat(held.get().get()).as("in use").isNotNull();
        carriers.close();
        for (int looks = 0; looks < MOST_LOOKS && held.get().get() != null; looks++) {
            System.gc();
            collected.remove(ONE_LOOK_MILLIS);
        }
        assertThat(held.get().get()).as("the token").isNull();
        // Whoever still holds the account holds no token by it.
        assertThat(carriers.account("plugin").statistics().tokenRequests()).isZero();
    }

    /** Hands over a token and forgets it. */
    private record Exchange(ReferenceQueue<String> collected, AtomicReference<WeakReference<String>> held)
            implements Authentication.TokenExchange {

        @Override
        public AccessToken fetchToken(final Transport transport) {
            final String token = "planted-token-" + System.identityHashCode(new Object());
            held.set(new WeakReference<>(token, collected));
            return new AccessToken(Secret.of(token), Duration.ofHours(1));
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return request.withHeader(
                    "Authorization", "Bearer " + token.secret().reveal());
        }
    }

    private static Script answering(final String header, final String value) {
        return Script.accept()
                .answerEvery(request -> Answer.json(
                                200,
                                request.target().endsWith("/token")
                                        ? Reply.token("planted-token", Scene.DAY)
                                                .body()
                                        : Reply.balance(1024).body())
                        .withHeader(header, value));
    }

    private static Settings two(final FaultServer server) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        for (final String account : List.of("first", "second")) {
            settings.set(account + ".provider", "pressone")
                    .set(account + ".base-url", server.address().toString())
                    .set(account + ".client-id", "planted-client")
                    .set(account + ".client-secret", Scene.SECRET);
        }
        return settings.build();
    }

    private static Anycarrier open(final Settings settings) {
        return Anycarrier.builder()
                .settings(settings)
                .classLoader(nothingToFind())
                .factory(new PressOneProviderFactory())
                .build();
    }

    private static ClassLoader nothingToFind() {
        return new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    }

    /** Whoever asks the JDK for a proxy fails, too. */
    private static void withSystemProperties(final Map<String, String> properties, final Runnable task) {
        final ProxySelector selector = ProxySelector.getDefault();
        final Map<String, String> before = new HashMap<>();
        properties.keySet().forEach(name -> before.put(name, System.getProperty(name)));
        try {
            properties.forEach(System::setProperty);
            ProxySelector.setDefault(new Forbidden());
            task.run();
        } finally {
            ProxySelector.setDefault(selector);
            before.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
        }
    }

    private static final class Forbidden extends ProxySelector {

        private final List<URI> asked = new ArrayList<>();

        @Override
        public List<Proxy> select(final URI uri) {
            asked.add(uri);
            throw new AssertionError("a proxy was asked for: " + asked);
        }

        @Override
        public void connectFailed(final URI uri, final SocketAddress address, final IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
