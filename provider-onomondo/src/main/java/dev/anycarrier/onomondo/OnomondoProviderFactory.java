package dev.anycarrier.onomondo;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** Describes Onomondo and creates its providers. Stateless. */
public final class OnomondoProviderFactory implements UsageProviderFactory {

    static final String ID = "onomondo";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Onomondo";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return OnomondoSettings.ALL;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return new OnomondoProvider(context);
    }
}
