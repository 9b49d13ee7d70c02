package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.Page;
import dev.anycarrier.spi.Pages;
import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageByHour;
import dev.anycarrier.spi.UsageProvider;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.spi.UsageRecords;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider by itself. Its records are walked page by page, and those that the carrier repeats counted once. */
public record ProviderRespondent(UsageProvider provider) implements Respondent {

    private static final int MOST_PAGES = 10_000;

    @Override
    public ProviderDescriptor descriptor() {
        return provider.descriptor();
    }

    @Override
    public UsageReport usage(final SimId sim) {
        return provider.usage(sim);
    }

    @Override
    public List<UsageRecord> records(final UsageRecordQuery query) {
        final UsageRecords records = provider.records().orElseThrow();
        final Map<String, UsageRecord> found = new LinkedHashMap<>();
        final Pages<UsageRecord> pages =
                new Pages<>(Optional.empty(), MOST_PAGES, cursor -> records.page(query, cursor));
        while (pages.hasNext()) {
            final Page<UsageRecord> page = pages.next();
            page.items().forEach(record -> found.putIfAbsent(record.id(), record));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<HourlyUsage> usageByHour(final UsageRecordQuery query) {
        final UsageByHour hours = provider.usageByHour().orElseThrow();
        final List<HourlyUsage> found = new ArrayList<>();
        new Pages<>(Optional.empty(), MOST_PAGES, cursor -> hours.page(query, cursor))
                .forEachRemaining(page -> found.addAll(page.items()));
        return List.copyOf(found);
    }

    @Override
    public TagTotal tagTotal(final String tag) {
        return provider.tagUsage().orElseThrow().total(tag);
    }

    @Override
    public void close() {
        provider.close();
    }
}
