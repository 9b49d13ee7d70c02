package dev.anycarrier.testing;

import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageProviderFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers of one identifier, by account. */
record ScriptedFactory(String id, Map<String, ScriptedCarrier> carriers) implements UsageProviderFactory {

    private static final Setting<URI> ADDRESS =
            Setting.address("base-url", "Where nobody ever is.").defaultsTo(Exchanges.ADDRESS);

    @Override
    public String displayName() {
        return id + " (scripted)";
    }

    @Override
    public int spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(ADDRESS);
    }

    @Override
    public UsageProvider create(final ProviderContext context) {
        return new ScriptedProvider(
                Optional.ofNullable(carriers.get(context.account()))
                        .orElseThrow(() -> new IllegalArgumentException("no carrier is scripted for this account")),
                context);
    }
}
