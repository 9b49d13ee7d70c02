package dev.anycarrier.simulation.fleet;

import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.util.OptionalLong;

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

    /** Whether the amount of a report is the sum of a SIM's records up to some time; so is none at all. */
    public static boolean isSum(final Population population, final UsageReport report) {
        if (report.counters().isEmpty()) {
            return true;
        }
        final OptionalLong sim = population.find(report.sim().value());
        final long amount = report.counters().get(0).used().amount();
        if (sim.isEmpty()) {
            return amount == 0;
        }
        final RecordTruth truth = new RecordTruth(population, sim.getAsLong());
        int count = 0;
        while (truth.sum(count) < amount) {
            count++;
        }
        return truth.sum(count) == amount;
    }
}
