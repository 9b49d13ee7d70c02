package dev.anycarrier.testkit.conformance.live;

import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.InstantSource;
import java.util.List;

/**
 * A factory that behaves as another does, and records what its providers are answered. It sees requests before they are
 * authenticated, so no secret.
 */
record RecordingFactory(UsageProviderFactory factory, RecordedAnswers answers) implements UsageProviderFactory {

    @Override
    public String id() {
        return factory.id();
    }

    @Override
    public String displayName() {
        return factory.displayName();
    }

    @Override
    public int spiVersion() {
        return factory.spiVersion();
    }

    @Override
    public List<Setting<?>> settings() {
        return factory.settings();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return factory.create(new RecordingContext(context, answers));
    }

    private record RecordingContext(ProviderContext context, RecordedAnswers answers) implements ProviderContext {

        @Override
        public String account() {
            return context.account();
        }

        @Override
        public ProviderSettings settings() {
            return context.settings();
        }

        @Override
        public InstantSource clock() {
            return context.clock();
        }

        @Override
        public ProviderEvents events() {
            return context.events();
        }

        @Override
        public Transport transport(final Authentication authentication) {
            final Transport transport = context.transport(authentication);
            return request -> {
                final HttpResponse response = transport.send(request);
                answers.add(request, response);
                return response;
            };
        }
    }
}
