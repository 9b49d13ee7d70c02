package dev.anycarrier.engine.sweep;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The exact sums of the usage records of a bounded number of SIMs, by service. Not thread-safe. */
final class RecordSums {

    private final TimePeriod period;
    private final Map<String, Integer> indexes;
    private final Map<Service, OfService> services = new EnumMap<>(Service.class);
    private final BitSet overflowed = new BitSet();

    /**
     * Sums of nothing yet.
     *
     * @param maximum of how many SIMs at most
     * @param period of the records
     */
    RecordSums(final int maximum, final TimePeriod period) {
        this.period = period;
        this.indexes = new HashMap<>(2 * maximum);
        for (final Service service : Service.values()) {
            services.put(service, new OfService(maximum));
        }
    }

    /** Wants the sums of a SIM. */
    void want(final SimId sim) {
        indexes.putIfAbsent(sim.value(), indexes.size());
    }

    /** Adds a record to the SIM that it names, by either of its identifiers. */
    void add(final UsageRecord record) {
        final Integer bySim = indexes.get(record.sim().value());
        final Integer byIccid =
                record.iccid().map(iccid -> indexes.get(iccid.value())).orElse(bySim);
        if (bySim != null) {
            add(bySim, record);
        }
        // Both are there if a sweep names one SIM by both its identifiers: each is answered.
        if (byIccid != null && !byIccid.equals(bySim)) {
            add(byIccid, record);
        }
    }

    /**
     * The sums of a SIM that were wanted; empty if no record names it.
     *
     * @throws UsageException {@link Kind#INVALID_DATA} if a sum is too large for a {@code long}
     */
    List<UsageCounter> counters(final SimId sim) {
        final int index = Optional.ofNullable(indexes.get(sim.value())).orElseThrow();
        if (overflowed.get(index)) {
            throw UsageException.of(
                            Kind.INVALID_DATA,
                            "the records of the month add up to more than " + Long.MAX_VALUE + " for this SIM")
                    .build();
        }
        final List<UsageCounter> counters = new ArrayList<>();
        services.forEach((service, sums) -> {
            if (sums.named.get(index)) {
                final Quantity sum = new Quantity(sums.amounts[index], service.unit());
                counters.add(new UsageCounter(service, sum, Optional.of(period)));
            }
        });
        return counters;
    }

    private void add(final int index, final UsageRecord record) {
        final OfService sums = Objects.requireNonNull(services.get(record.service()));
        final long amount = record.quantity().amount();
        sums.named.set(index);
        if (sums.amounts[index] > Long.MAX_VALUE - amount) {
            overflowed.set(index);
        } else {
            sums.amounts[index] += amount;
        }
    }

    /** The sums of one service by the index of the SIM, and which SIMs have one. */
    private static final class OfService {

        final long[] amounts;
        final BitSet named = new BitSet();

        OfService(final int maximum) {
            this.amounts = new long[maximum];
        }
    }
}
