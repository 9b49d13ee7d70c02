package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.util.Optional;

/** Does what another provider does, to be overridden. */
class SameProvider implements UsageProvider {

    private final UsageProvider provider;

    SameProvider(final UsageProvider provider) {
        this.provider = provider;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return provider.descriptor();
    }

    @Override
    public UsageReport usage(final SimId sim) {
        return provider.usage(sim);
    }

    @Override
    public Optional<UsageRecords> records() {
        return provider.records();
    }

    @Override
    public Optional<UsageByHour> usageByHour() {
        return provider.usageByHour();
    }

    @Override
    public Optional<TagUsage> tagUsage() {
        return provider.tagUsage();
    }

    @Override
    public void close() {
        provider.close();
    }
}
