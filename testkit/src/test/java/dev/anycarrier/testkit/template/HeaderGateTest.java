package dev.anycarrier.testkit.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.testkit.Draw;
import dev.anycarrier.testkit.SimulatorRequest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderGateTest {

    private final HeaderGate gate = new HeaderGate(
            SimulatedAuthentication.header("Authorization", "Bearer ", "api-key")
                    .and("X-Account", "", "account-key"),
            Draw.of("test", 1));

    @Test
    void every_header_is_needed_with_its_prefix_and_its_own_secret() {
        final String apiKey = gate.settings().get("api-key");
        final String accountKey = gate.settings().get("account-key");

        assertThat(admits("Bearer " + apiKey, accountKey)).isTrue();
        assertThat(admits(apiKey, accountKey)).isFalse();
        assertThat(admits("Bearer " + accountKey, apiKey)).isFalse();
        assertThat(gate.admits(request(HttpHeaders.none().with("Authorization", "Bearer " + apiKey))))
                .isFalse();
    }

    @Test
    void without_headers_anybody_may_ask() {
        final HeaderGate open =
                new HeaderGate((SimulatedAuthentication.Headers) SimulatedAuthentication.none(), Draw.of("test", 1));

        assertThat(open.admits(request(HttpHeaders.none()))).isTrue();
    }

    private boolean admits(final String authorization, final String account) {
        return gate.admits(
                request(HttpHeaders.none().with("Authorization", authorization).with("X-Account", account)));
    }

    private static SimulatorRequest request(final HttpHeaders headers) {
        return new SimulatorRequest(Instant.EPOCH, "GET", "/", Map.of(), headers, "");
    }
}
