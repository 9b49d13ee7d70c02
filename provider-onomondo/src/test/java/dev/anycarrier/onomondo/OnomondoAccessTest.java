package dev.anycarrier.onomondo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.anycarrier.AccountAccess;
import dev.anycarrier.AccountAccess.Credentials;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnomondoAccessTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"404, sim_id_not_found", "403, sim_id_forbidden", "400, sim_id_invalid"})
    void whoever_is_told_something_about_the_sim_has_a_good_key(final int status, final String error) throws IOException {
        final AccountAccess access = answered(status, "{\"error\":\"" + error + "\"}");

        assertThat(access.credentials()).isEqualTo(Credentials.ACCEPTED);
        assertThat(access.failure()).isEmpty();
        assertThat(asked).containsExactly("/sims/000000000");
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void a_refusal_that_is_not_about_the_sim_is_about_the_key(final int status) throws IOException {
        final AccountAccess access = answered(status, "{}");

        assertThat(access.reached()).isTrue();
        assertThat(access.credentials()).isEqualTo(Credentials.REFUSED);
    }

    @Test
    void what_does_not_know_the_interface_is_not_taken_for_the_carrier() throws IOException {
        final AccountAccess access = answered(404, "<html>nothing here</html>");

        assertThat(access.credentials()).isEqualTo(Credentials.NOT_TOLD);
        assertThat(access.failure())
                .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL));
    }

    private AccountAccess answered(final int status, final String body) throws IOException {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                final byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        try (Anycarrier carriers = Anycarrier.builder()
                .settings(Settings.of(Map.of(
                        "onomondo.provider", "onomondo",
                        "onomondo.base-url", "http://127.0.0.1:" + server.getAddress().getPort(),
                        "onomondo.api-key", "a-key",
                        "onomondo.allow-http", "true",
                        "onomondo.allow-private-address", "true",
                        "onomondo.maximum-attempts", "1")))
                .classLoader(ClassLoader.getPlatformClassLoader())
                .factory(new OnomondoProviderFactory())
                .build()) {
            return carriers.account("onomondo").access(CallOptions.defaults());
        } finally {
            server.stop(0);
        }
    }
}
