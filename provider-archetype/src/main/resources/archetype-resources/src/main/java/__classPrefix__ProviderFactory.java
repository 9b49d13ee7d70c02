package ${package};

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.util.List;

/** Describes ${carrierName} and creates its providers. */
public final class ${classPrefix}ProviderFactory implements UsageProviderFactory {

    static final String ID = "${carrier}";

    /** For {@link java.util.ServiceLoader}. */
    public ${classPrefix}ProviderFactory() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "${carrierName}";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return ${classPrefix}Settings.ALL;
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return new ${classPrefix}Provider(context);
    }
}
