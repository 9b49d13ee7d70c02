package dev.anycarrier.spi;

import dev.anycarrier.usage.UsageRecord;
import java.util.List;
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

    /**
     * Fetches one page as {@link #page} does, and tells a sink of its records instead of listing them. A carrier whose
     * pages are long tells of them without making an object of each; by default they are taken from {@link #page}.
     *
     * @param sink told of each record that {@link #page} would list, in the same order; if this fails, of some
     * @return the page without records: {@link Page#leftOut()} counts all that the carrier listed
     * @throws UsageException as {@link #page}
     */
    default Page<UsageRecord> read(
            final UsageRecordQuery query, final Optional<String> cursor, final UsageRecordSink sink) {
        final Page<UsageRecord> page = page(query, cursor);
        page.items().forEach(record -> PassingRecords.tell(record, sink));
        return new Page<>(List.of(), page.next(), page.items().size() + page.leftOut());
    }
}
