package com.example.acme;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** The reader's own carrier, where a document needs a name for it. */
public final class AcmeProviderFactory implements UsageProviderFactory {

    @Override
    public String id() {
        return "acme";
    }

    @Override
    public String displayName() {
        return "Acme";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        throw new UnsupportedOperationException("there is no such carrier");
    }
}
