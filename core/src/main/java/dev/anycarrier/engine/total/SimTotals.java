package dev.anycarrier.engine.total;

import dev.anycarrier.spi.PassingText;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.spi.UsageRecordSink;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimUsage;
import dev.anycarrier.usage.TimePeriod;
import dev.anycarrier.usage.UsageCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The exact sums of the usage records of a walk, by SIM and service. A page counts as a whole or not at all, and a record
 * that is listed twice counts once. One thread at a time.
 */
public final class SimTotals implements UsageRecordSink {

    /** How many SIMs at most. */
    public static final int MAXIMUM_SIMS = 1_000_000;

    private final SimTable sims = new SimTable(MAXIMUM_SIMS);
    private final RecentIds recent = new RecentIds();
    private final TextHash hash = new TextHash();
    private final PendingRecords pending = new PendingRecords();
    private final BitSet overflowed = new BitSet();
    private final Map<Service, OfService> services = new EnumMap<>(Service.class);
    private int repeated;

    /** Sums of nothing. */
    public SimTotals() {
        for (final Service service : Service.values()) {
            services.put(service, new OfService());
        }
    }

    /** The sums of one service by the number of the SIM, and which SIMs have one. */
    private static final class OfService {

        long[] amounts = {};
        final BitSet named = new BitSet();
    }

    /** Begins a page, or begins it again. */
    public void beginPage() {
        pending.clear();
    }

    @Override
    public void record(
            final PassingText id,
            final PassingText sim,
            final PassingText iccid,
            final Service service,
            final long amount) {
        if (amount < 0 || sim.length() + iccid.length() == 0) {
            throw new IllegalArgumentException("a record has an amount of at least 0, and names a SIM");
        }
        final int number = sims.number(sim, iccid);
        hash.of(id);
        pending.add(hash.high(), hash.low(), number, service, amount);
    }

    /**
     * Counts the page that was begun.
     *
     * @return how many of its records had been counted before
     */
    public int endPage() {
        repeated = 0;
        pending.forEach(this::count);
        pending.clear();
        return repeated;
    }

    private void count(final long high, final long low, final int sim, final Service service, final long amount) {
        if (!recent.add(high, low)) {
            repeated++;
            return;
        }
        final OfService sums = Objects.requireNonNull(services.get(service));
        if (sim >= sums.amounts.length) {
            sums.amounts = Arrays.copyOf(sums.amounts, Math.max(sims.size(), 2 * sim));
        }
        sums.named.set(sim);
        final long before = sums.amounts[sim];
        if (before > Long.MAX_VALUE - amount) {
            overflowed.set(sim);
        } else {
            sums.amounts[sim] = before + amount;
        }
    }

    /**
     * The sums, in the order in which the records first named the SIMs.
     *
     * @param period of the records
     * @throws UsageException {@code INVALID_DATA} if a sum is too large for a {@code long}, or a SIM is named by what is
     *     no identifier
     */
    public List<SimUsage> all(final TimePeriod period) {
        if (!overflowed.isEmpty()) {
            throw UsageException.of(Kind.INVALID_DATA, "the records of a SIM add up to more than " + Long.MAX_VALUE)
                    .build();
        }
        final Optional<TimePeriod> counted = Optional.of(period);
        final List<SimUsage> all = new ArrayList<>(sims.size());
        for (int sim = 0; sim < sims.size(); sim++) {
            final List<UsageCounter> counters = counters(sim, counted);
            // A SIM that only a page named which was begun again has nothing.
            if (!counters.isEmpty()) {
                all.add(usage(sim, counters));
            }
        }
        return List.copyOf(all);
    }

    private List<UsageCounter> counters(final int sim, final Optional<TimePeriod> period) {
        final List<UsageCounter> counters = new ArrayList<>(1);
        services.forEach((service, sums) -> {
            if (sums.named.get(sim)) {
                final Quantity sum = new Quantity(sums.amounts[sim], service.unit());
                counters.add(new UsageCounter(service, sum, period));
            }
        });
        return counters;
    }

    private SimUsage usage(final int number, final List<UsageCounter> counters) {
        try {
            final String own = sims.own(number);
            final Optional<Iccid> iccid = Optional.of(sims.iccid(number))
                    .filter(text -> !text.isEmpty())
                    .map(Iccid::of);
            final SimId sim = own.isEmpty() ? iccid.orElseThrow() : CarrierSimId.of(own);
            return new SimUsage(sim, iccid, counters);
        } catch (final IllegalArgumentException e) {
            throw UsageException.of(Kind.INVALID_DATA, "a record names a SIM by what is no identifier")
                    .build();
        }
    }
}
