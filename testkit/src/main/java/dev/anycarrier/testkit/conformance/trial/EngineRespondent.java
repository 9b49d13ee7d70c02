package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.List;
import java.util.stream.Stream;

/** An account, as users hold it. */
public record EngineRespondent(Anycarrier carriers, CarrierAccount account) implements Respondent {

    @Override
    public ProviderDescriptor descriptor() {
        return account.descriptor();
    }

    @Override
    public UsageReport usage(final SimId sim) {
        return account.usage(sim);
    }

    @Override
    public List<UsageRecord> records(final UsageRecordQuery query) {
        try (Stream<UsageRecord> records = account.records(query)) {
            return records.toList();
        }
    }

    @Override
    public List<HourlyUsage> usageByHour(final UsageRecordQuery query) {
        try (Stream<HourlyUsage> groups = account.usageByHour(query)) {
            return groups.toList();
        }
    }

    @Override
    public TagTotal tagTotal(final String tag) {
        return account.tagTotal(tag);
    }

    @Override
    public void close() {
        carriers.close();
    }
}
