package dev.anycarrier.testkit.conformance.stock;

import com.example.acme.AcmeProviderFactory;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.ProviderEvents;
import dev.anycarrier.spi.ProviderSettings;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import feign.Client;
import java.time.InstantSource;
import java.util.List;

/** Acme's provider, but for the way its requests take: past the transport of the context, through a client of Feign's. */
final class StockAcmeFactory implements UsageProviderFactory {

    private final UsageProviderFactory acme = new AcmeProviderFactory();
    private final Client client;

    StockAcmeFactory(final Client client) {
        this.client = client;
    }

    @Override
    public String id() {
        return acme.id();
    }

    @Override
    public String displayName() {
        return acme.displayName();
    }

    @Override
    public int spiVersion() {
        return acme.spiVersion();
    }

    @Override
    public List<Setting<?>> settings() {
        return acme.settings();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return acme.create(new StockContext(context, client));
    }

    private record StockContext(ProviderContext context, Client client) implements ProviderContext {

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
            return new StockTransport(client, (Authentication.Signing) authentication);
        }
    }
}
