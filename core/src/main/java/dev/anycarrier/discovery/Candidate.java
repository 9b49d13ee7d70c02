package dev.anycarrier.discovery;

import dev.anycarrier.spi.Setting;
import dev.anycarrier.spi.UsageProviderFactory;
import dev.anycarrier.usage.SimRef;
import java.util.List;

/** A factory that was looked at and found usable, unless another has the same identifier. */
record Candidate(
        UsageProviderFactory factory, String id, String displayName, List<Setting<?>> settings, String source) {

    /**
     * Asks a factory all that it says of itself.
     *
     * @throws UnusableProvider if it is broken, or made for another version of the interface
     */
    static Candidate examine(final UsageProviderFactory factory) throws UnusableProvider {
        final int version = PluginCall.of("spiVersion()", factory::spiVersion);
        if (version != UsageProviderFactory.SPI_VERSION) {
            throw new UnusableProvider("made for version " + version
                    + " of the provider interface, while this is version " + UsageProviderFactory.SPI_VERSION);
        }
        final String id = PluginCall.of("id()", factory::id);
        if (id == null || !SimRef.isAccountName(id)) {
            throw new UnusableProvider("no valid id: it must be 1 to 64 lower-case letters, digits and inner '-'");
        }
        final String displayName = PluginCall.of("displayName()", factory::displayName);
        if (displayName == null || displayName.isBlank()) {
            throw new UnusableProvider("no display name");
        }
        final List<Setting<?>> settings = PluginCall.of("settings()", () -> List.copyOf(factory.settings()));
        return new Candidate(factory, id, displayName, settings, PluginSource.of(factory.getClass()));
    }

    boolean isOfSameClassAs(final Candidate other) {
        return factory.getClass().equals(other.factory.getClass());
    }

    DiscoveredProvider described() {
        return new DiscoveredProvider(id, displayName, source, settings);
    }
}
