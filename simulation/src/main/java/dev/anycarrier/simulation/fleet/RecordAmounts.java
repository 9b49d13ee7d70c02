package dev.anycarrier.simulation.fleet;

import dev.anycarrier.usage.UsageRecord;

/** Holds records that a client got against the truth. */
public final class RecordAmounts {

    private RecordAmounts() {}

    /** Whether a SIM of the population has that record with that amount. */
    public static boolean isTrue(final Population population, final UsageRecord record) {
        final int number = Integer.parseUnsignedInt(record.id().substring(0, 8), 16);
        final long sim = Long.parseLong(record.sim().value());
        final RecordTruth truth = new RecordTruth(population, sim);
        return sim < population.size()
                && truth.sum(number + 1) - truth.sum(number)
                        == record.quantity().amount();
    }
}
