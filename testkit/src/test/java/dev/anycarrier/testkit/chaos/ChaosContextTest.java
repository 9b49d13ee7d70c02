package dev.anycarrier.testkit.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.AccessToken;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account behind chaos. */
class ChaosContextTest {

    private static final HttpRequest REQUEST = HttpRequest.of("GET", URI.create("http://127.0.0.1/"));
    private static final ChaosOptions HALF = ChaosOptions.seeded(5).withProbability(0.5);

    private final List<HttpRequest> sent = new ArrayList<>();
    private final Transport carrier = request -> {
        sent.add(request);
        return new HttpResponse(200, HttpHeaders.none(), new byte[] {'{', '}'});
    };

    @Test
    void the_way_to_the_token_endpoint_is_chaos_too() {
        final List<Authentication> seen = new ArrayList<>();
        new ChaosContext(context("one", seen), HALF.withProbability(1).only(ChaosFault.NO_CONNECTION))
                .transport(new Exchange());
        final Authentication.TokenExchange chaotic = (Authentication.TokenExchange) seen.get(0);
        assertThatThrownBy(() -> chaotic.fetchToken(carrier)).isInstanceOf(UsageException.class);
        assertThat(sent).isEmpty();
        assertThat(chaotic.refuses(new HttpResponse(418, HttpHeaders.none(), new byte[0])))
                .isTrue();
    }

    @Test
    void each_account_meets_faults_of_its_own_and_the_same_each_time() {
        assertThat(faults("one")).isEqualTo(faults("one")).isNotEqualTo(faults("two"));
    }

    private List<ChaosFault> faults(final String account) {
        final List<ChaosFault> thrown = new ArrayList<>();
        final Transport chaos = new ChaosContext(context(account, new ArrayList<>()), HALF.tellingOf(thrown::add))
                .transport(Authentication.none());
        for (int request = 0; request < 100; request++) {
            try {
                chaos.send(REQUEST);
            } catch (final UsageException e) {
                // The listener was told of it.
            }
        }
        return thrown;
    }

    private ProviderContext context(final String account, final List<Authentication> seen) {
        return new ProviderContext() {
            @Override
            public String account() {
                return account;
            }

            @Override
            public ProviderSettings settings() {
                throw new UnsupportedOperationException();
            }

            @Override
            public InstantSource clock() {
                return InstantSource.system();
            }

            @Override
            public ProviderEvents events() {
                return count -> {};
            }

            @Override
            public Transport transport(final Authentication authentication) {
                seen.add(authentication);
                return carrier;
            }
        };
    }

    /** Refuses what nobody else would, so that it can be told from the default. */
    private static final class Exchange implements Authentication.TokenExchange {

        @Override
        public AccessToken fetchToken(final Transport transport) {
            transport.send(REQUEST);
            return new AccessToken(Secret.of("token"), Duration.ofHours(1));
        }

        @Override
        public HttpRequest apply(final HttpRequest request, final AccessToken token) {
            return request;
        }

        @Override
        public boolean refuses(final HttpResponse response) {
            return response.status() == 418;
        }
    }
}
