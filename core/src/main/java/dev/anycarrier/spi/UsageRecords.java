package dev.anycarrier.spi;

import dev.anycarrier.usage.UsageRecord;
import java.util.Optional;

/** A carrier's usage records. Thread-safe; the rules of {@link UsageProvider} hold. */
public interface UsageRecords {

    /**
     * Fetches one page: one request to the carrier. Records outside the query's window are left out; a page may be
     * empty and still have a next one.
     *
     * @param query what is asked, the same on every page
     * @param cursor {@link Page#next()} of the page before, or empty for the first
     * @throws UsageException of any kind; {@link UsageException.Kind#REJECTED_INPUT} if the cursor is not one of this
     *     query
     */
    Page<UsageRecord> page(UsageRecordQuery query, Optional<String> cursor);
}
