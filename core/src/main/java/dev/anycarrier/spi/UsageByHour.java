package dev.anycarrier.spi;

import dev.anycarrier.usage.HourlyUsage;
import java.util.Optional;

/** A carrier's usage, grouped by the hour at the carrier. Thread-safe; the rules of {@link UsageProvider} hold. */
public interface UsageByHour {

    /**
     * Fetches one page: one request to the carrier. A group whose hour is recognised and lies outside the query's window
     * is left out.
     *
     * @param query what is asked, the same on every page
     * @param cursor {@link Page#next()} of the page before, or empty for the first
     * @throws UsageException of any kind
     */
    Page<HourlyUsage> page(UsageRecordQuery query, Optional<String> cursor);
}
