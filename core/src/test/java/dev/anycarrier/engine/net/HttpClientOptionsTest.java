package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "http://proxy",
                "http://user:planted-secret@proxy:3128",
                "http://proxy:3128/path",
                "http://proxy:3128?query",
                "socks://proxy:3128",
                "proxy"
            })
    void a_proxy_is_a_host_and_a_port_and_nothing_more(final String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clients.With().proxy(URI.create(proxy)).open())
                .withMessage("proxy must be http://host:port and nothing more");
    }

    @Test
    void a_value_out_of_range_is_named_by_its_setting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Clients.With().maximumConnections(0).open())
                .withMessageContaining("maximum-connections");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Clients.With().connectTimeout(Duration.ZERO).open())
                .withMessageContaining("connect-timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Clients.With().idleTime(Duration.ofSeconds(-1)).open())
                .withMessageContaining("connection-idle-time");
        assertThatCode(() -> Clients.open().close()).doesNotThrowAnyException();
    }
}
