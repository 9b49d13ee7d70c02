package dev.anycarrier.airalo;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** Describes Airalo and creates its providers. */
public final class AiraloProviderFactory implements UsageProviderFactory {

    static final String ID = "airalo";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Airalo";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return AiraloSettings.ALL;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return AiraloProvider.create(context);
    }
}
