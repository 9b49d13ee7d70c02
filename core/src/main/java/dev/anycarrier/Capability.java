package dev.anycarrier;

import dev.anycarrier.spi.UsageProvider;
import java.util.EnumSet;
import java.util.Set;

/** What an account can be asked. */
public enum Capability {
    /** {@link CarrierAccount#usage}. Every account can. */
    USAGE,
    /** {@link CarrierAccount#records}. */
    RECORDS,
    /** {@link CarrierAccount#usageByHour}. */
    USAGE_BY_HOUR,
    /** {@link CarrierAccount#tagTotal}. */
    TAG_TOTAL;

    static Set<Capability> of(final UsageProvider provider) {
        final Set<Capability> capabilities = EnumSet.of(USAGE);
        provider.records().ifPresent(there -> capabilities.add(RECORDS));
        provider.usageByHour().ifPresent(there -> capabilities.add(USAGE_BY_HOUR));
        provider.tagUsage().ifPresent(there -> capabilities.add(TAG_TOTAL));
        return capabilities;
    }
}
