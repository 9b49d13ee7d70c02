package dev.anycarrier.testkit.conformance.stock;

import com.example.acme.AcmeProviderFactory;
import dev.anycarrier.spi.Authentication;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Transport;
import dev.anycarrier.testkit.forwarding.ForwardingContext;
import dev.anycarrier.testkit.forwarding.ForwardingFactory;
import feign.Client;

/** Acme's provider, but for the way its requests take: past the transport of the context, through a client of Feign's. */
final class StockAcmeFactory extends ForwardingFactory {

    private final Client client;

    StockAcmeFactory(final Client client) {
        super(new AcmeProviderFactory());
        this.client = client;
    }

    @Override
    protected ProviderContext around(final ProviderContext context) {
        return new ForwardingContext(context) {
            @Override
            public Transport transport(final Authentication authentication) {
                return new StockTransport(client, (Authentication.Signing) authentication);
            }
        };
    }
}
