package com.example.acme;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** Describes Acme and creates its providers. */
public final class AcmeProviderFactory implements UsageProviderFactory {

    static final String ID = "acme";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Acme Mobile";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return AcmeSettings.ALL;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return new AcmeProvider(context);
    }
}
