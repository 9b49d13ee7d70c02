package dev.anycarrier.onomondo;

import dev.anycarrier.http.JsonNames;
import dev.anycarrier.http.JsonScanner;
import dev.anycarrier.onomondo.wire.Pagination;
import dev.anycarrier.spi.HttpResponse;
import dev.anycarrier.spi.ProviderEvents;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer of {@code GET /usage} or {@code GET /usage/{sim}}, once its records have been read.
 *
 * @param pagination where the next page is
 * @param listed how many records it has
 */
record UsagePage(Pagination pagination, int listed) {

    private static final JsonNames NAMES = JsonNames.of("pagination", "usage").requiring("pagination", "usage");
    private static final int PAGINATION = 0;
    private static final int USAGE = 1;

    private static final JsonNames PAGINATION_NAMES =
            JsonNames.of("next_page", "has_more").requiring("has_more");
    private static final int NEXT_PAGE = 0;
    private static final int HAS_MORE = 1;

    /** Shown each record, which is another one afterwards, and where it stands on its page. */
    @FunctionalInterface
    interface Reader {
        void row(UsageRow row, int index);
    }

    /** Reads an answer, and shows its records to the reader as they come. */
    static UsagePage read(final HttpResponse answer, final ProviderEvents events, final Reader reader) {
        final JsonScanner json = JsonScanner.of(answer, events);
        @Nullable Pagination pagination = null;
        int listed = 0;
        json.beginObject(NAMES);
        for (int name = json.nextField(); name != JsonScanner.END; name = json.nextField()) {
            switch (name) {
                case PAGINATION -> pagination = pagination(json);
                case USAGE -> listed = rows(json, reader);
                default -> json.skip();
            }
        }
        json.end();
        return new UsagePage(Objects.requireNonNull(pagination), listed);
    }

    private static int rows(final JsonScanner json, final Reader reader) {
        final UsageRow row = new UsageRow();
        int listed = 0;
        json.beginArray();
        while (json.nextElement()) {
            row.read(json);
            reader.row(row, listed++);
        }
        return listed;
    }

    private static Pagination pagination(final JsonScanner json) {
        @Nullable String nextPage = null;
        boolean hasMore = false;
        json.beginObject(PAGINATION_NAMES);
        for (int name = json.nextField(); name != JsonScanner.END; name = json.nextField()) {
            switch (name) {
                case NEXT_PAGE -> nextPage = json.isNull() ? null : json.text().text();
                case HAS_MORE -> hasMore = json.flag();
                default -> json.skip();
            }
        }
        return new Pagination(nextPage, hasMore);
    }
}
