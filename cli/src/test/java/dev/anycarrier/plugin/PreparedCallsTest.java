package dev.anycarrier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpHeaders;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.Iccid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether Feign's templates are out of the way when our providers ask for usage. */
class PreparedCallsTest {

    private static final Iccid SIM = Iccid.of("8944500102198304826");

    private final List<Boolean> withoutFeign = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("factories")
    void a_provider_asks_for_usage_without_feigns_templates(final UsageProviderFactory factory) {
        try {
            factory.create(new Context(this::send)).usage(SIM);
        } catch (final UsageException notTheWholeAnswer) {
            // What is asked for is looked at, not what becomes of the answer.
        }

        assertThat(withoutFeign).isNotEmpty().containsOnly(true);
    }

    private static Stream<UsageProviderFactory> factories() {
        return ServiceLoader.load(UsageProviderFactory.class).stream().map(ServiceLoader.Provider::get);
    }

    private HttpResponse send(final HttpRequest request) {
        withoutFeign.add(StackWalker.getInstance()
                .walk(frames -> frames.noneMatch(frame -> frame.getClassName().startsWith("feign."))));
        return new HttpResponse(
                200,
                HttpHeaders.none().with("Content-Type", "application/json"),
                "{\"usage\":[],\"pagination\":{\"has_more\":false}}".getBytes(StandardCharsets.UTF_8));
    }

    private record Context(Transport wire) implements ProviderContext, ProviderSettings {

        private static final Map<String, String> SECRETS = Map.of(
                "base-url", "https://carrier.example",
                "client-id", "planted-client-id",
                "client-secret", "planted",
                "api-key", "planted");

        @Override
        public String account() {
            return "test";
        }

        @Override
        public ProviderSettings settings() {
            return this;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }

        @Override
        public ProviderEvents events() {
            return count -> {};
        }

        @Override
        public Transport transport(final Authentication authentication) {
            return wire;
        }

        @Override
        public <T> T get(final Setting<T> setting) {
            return find(setting).orElseThrow();
        }

        @Override
        public <T> Optional<T> find(final Setting<T> setting) {
            return Optional.ofNullable(SECRETS.get(setting.name()))
                    .or(setting::defaultText)
                    .map(setting::read);
        }
    }
}
