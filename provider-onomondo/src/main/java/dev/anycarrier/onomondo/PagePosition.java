package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.onomondo.wire.Pagination;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.usage.SimId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Where a walk through a query's pages stands: in one of the query's periods, at one of the carrier's cursors in it.
 *
 * <p>Written as our cursor it is {@code period.mark}, or {@code period.mark.next_page}. The mark ties it to its query,
 * so that the cursor of another one is refused instead of continuing the wrong walk.
 *
 * @param periods the periods of the query
 * @param index which of them
 * @param mark a checksum of the query
 * @param carrierCursor the carrier's cursor in that period, or empty for its first page
 */
record PagePosition(List<CarrierPeriod> periods, int index, String mark, Optional<String> carrierCursor) {

    /** Base64 in either alphabet, which holds no dot, and nothing that could be an address. */
    private static final Pattern CARRIER_CURSOR = Pattern.compile("[A-Za-z0-9+/_-]{1,1024}={0,2}");

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9-]{4,10})\\.([0-9a-f]{8})(?:\\.(" + CARRIER_CURSOR.pattern() + "))?");

    /**
     * The position that a cursor stands for, or the first one.
     *
     * @param list what is walked through
     * @throws UsageException {@code REJECTED_INPUT} if the cursor is not one of this query
     */
    static PagePosition of(final String list, final UsageRecordQuery query, final Optional<String> cursor) {
        final List<CarrierPeriod> periods = CarrierPeriods.covering(query.from(), query.to());
        final PagePosition first = new PagePosition(periods, 0, mark(list, query), Optional.empty());
        return cursor.map(first::read).orElse(first);
    }

    CarrierPeriod period() {
        return periods.get(index);
    }

    /**
     * Our cursor of the page after this one, or empty on the last page of the last period.
     *
     * <p>A page that names a next one has a next one, whatever {@code has_more} says: to ask once too often costs less
     * than to lose usage. For the same reason {@code has_more} without a cursor is no end, but {@code INVALID_DATA}.
     *
     * @param pagination what the carrier says on this page
     */
    Optional<String> next(final Pagination pagination) {
        if (pagination.nextPage() != null) {
            if (!CARRIER_CURSOR.matcher(pagination.nextPage()).matches()) {
                throw InvalidData.field("pagination.next_page", "is no cursor in base64");
            }
            return Optional.of(written(index) + "." + pagination.nextPage());
        }
        if (pagination.hasMore()) {
            throw InvalidData.field("pagination.next_page", "is missing although there is more");
        }
        return index + 1 < periods.size() ? Optional.of(written(index + 1)) : Optional.empty();
    }

    private String written(final int periodIndex) {
        return periods.get(periodIndex).name() + "." + mark;
    }

    private PagePosition read(final String cursor) {
        final Matcher matcher = WRITTEN.matcher(cursor);
        if (!matcher.matches() || !matcher.group(2).equals(mark)) {
            throw notOurs();
        }
        final int found = IntStream.range(0, periods.size())
                .filter(candidate -> periods.get(candidate).name().equals(matcher.group(1)))
                .findFirst()
                .orElseThrow(PagePosition::notOurs);
        return new PagePosition(periods, found, mark, Optional.ofNullable(matcher.group(3)));
    }

    private static UsageException notOurs() {
        return UsageException.of(Kind.REJECTED_INPUT, "the cursor is not one of this query")
                .build();
    }

    private static String mark(final String list, final UsageRecordQuery query) {
        final CRC32 checksum = new CRC32();
        final String text = String.join(
                " ",
                list,
                query.from().toString(),
                query.to().toString(),
                query.sim().map(SimId::value).orElse("-"),
                query.country().orElse("-"));
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
