package dev.anycarrier.testkit.conformance.trial;

import dev.anycarrier.spi.ProviderDescriptor;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.HourlyUsage;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TagTotal;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.List;

/** Whoever answers a rule's questions: a provider, or its account through the engine. */
public interface Respondent {

    ProviderDescriptor descriptor();

    UsageReport usage(SimId sim);

    /** The records of all pages. */
    List<UsageRecord> records(UsageRecordQuery query);

    /** The groups of all pages. */
    List<HourlyUsage> usageByHour(UsageRecordQuery query);

    TagTotal tagTotal(String tag);

    void close();
}
