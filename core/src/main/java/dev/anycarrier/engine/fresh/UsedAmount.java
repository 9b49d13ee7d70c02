package dev.anycarrier.engine.fresh;

import dev.anycarrier.usage.Allowance;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageReport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of something was used, as a bucket or a counter says.
 *
 * @param used the amount; for a bucket that does not state it what is no longer there of its total; empty if not known
 * @param period when, as far as it says
 */
record UsedAmount(Name name, Optional<Quantity> used, Optional<TimePeriod> period) {

    /** The amounts of a report, buckets first, by what makes them the same in two reports. */
    static Map<Place, UsedAmount> of(final UsageReport report) {
        final Map<Name, Integer> counts = new HashMap<>();
        all(report).forEach(amount -> counts.merge(amount.name, 1, Integer::sum));
        final Map<Name, Integer> indexes = new HashMap<>();
        final Map<Place, UsedAmount> placed = new LinkedHashMap<>();
        all(report).forEach(amount -> {
            final int index = indexes.merge(amount.name, 1, Integer::sum);
            placed.put(new Place(amount.name, index, counts.getOrDefault(amount.name, index)), amount);
        });
        return placed;
    }

    private static Stream<UsedAmount> all(final UsageReport report) {
        return Stream.concat(
                report.buckets().stream().map(UsedAmount::of),
                report.counters().stream().map(UsedAmount::of));
    }

    private static UsedAmount of(final Bucket bucket) {
        return new UsedAmount(new Name(false, bucket.service(), bucket.id()), used(bucket), bucket.validity());
    }

    private static UsedAmount of(final UsageCounter counter) {
        return new UsedAmount(
                new Name(true, counter.service(), Optional.empty()), Optional.of(counter.used()), counter.period());
    }

    private static Optional<Quantity> used(final Bucket bucket) {
        if (bucket.used().isPresent() || !(bucket.allowance() instanceof Allowance.Limited limited)) {
            return bucket.used();
        }
        return bucket.remaining().map(limited.total()::minus);
    }

    /** What the carrier calls it, which several share if it has no identifiers. */
    record Name(boolean counter, Service service, Optional<String> bucket) {}

    /** The {@code index}th of {@code count} of one name. */
    record Place(Name name, int index, int count) {}
}
