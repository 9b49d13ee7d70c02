package dev.anycarrier.onomondo;

import dev.anycarrier.http.InvalidData;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.Unit;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageWarning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sum of records, each counted once however often it comes, with a warning: a list that changes while its pages are
 * read repeats some records and may leave out others. Of two records with one id but other amounts the first counts. Not thread-safe; holds at most {@value #MAXIMUM_RECORDS} ids, several years of one SIM.
 */
final class DistinctUsage {

    static final int MAXIMUM_RECORDS = 100_000;

    private final Map<String, Quantity> counted = new HashMap<>();
    private Optional<SimId> sim = Optional.empty();
    private Quantity sum = Quantity.zero(Unit.BYTES);
    private boolean repeated;
    private boolean contradicted;

    /**
     * Counts a record, unless it was counted before.
     *
     * @throws UsageException {@code INVALID_DATA} if the sum does not fit a {@code long}, {@code TOO_LARGE} if there
     *     are too many records
     */
    void add(final UsageRecord record) {
        final Quantity before = counted.putIfAbsent(record.id(), record.quantity());
        if (before != null) {
            repeated = true;
            contradicted |= !before.equals(record.quantity());
            return;
        }
        if (counted.size() > MAXIMUM_RECORDS) {
            throw UsageException.of(Kind.TOO_LARGE, "the month has more than " + MAXIMUM_RECORDS + " records")
                    .build();
        }
        try {
            sum = sum.plus(record.quantity());
        } catch (final ArithmeticException e) {
            throw InvalidData.of("the sum of the records' bytes is out of range");
        }
        sim = Optional.of(record.sim());
    }

    /** The carrier's own identifier of the SIM, or empty as long as no record has told it. */
    Optional<SimId> sim() {
        return sim;
    }

    Quantity sum() {
        return sum;
    }

    List<UsageWarning> warnings() {
        if (contradicted) {
            return List.of(inconsistent(
                    "the carrier sent one record twice with different amounts, of which the first was counted"));
        }
        return repeated
                ? List.of(inconsistent("the carrier sent one record twice, which was counted once; if its list"
                        + " changed while it was read, other records may be missing"))
                : List.of();
    }

    private static UsageWarning inconsistent(final String detail) {
        return new UsageWarning(UsageWarning.Kind.INCONSISTENT, detail);
    }
}
