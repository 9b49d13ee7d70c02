package dev.anycarrier.pressone;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** Describes PressOne and creates its providers. */
public final class PressOneProviderFactory implements UsageProviderFactory {

    static final String ID = "pressone";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "PressOne";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return PressOneSettings.ALL;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return PressOneProvider.create(context);
    }
}
