package dev.anycarrier.testkit;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import java.util.List;
import java.util.Objects;

/**
 * What is true about a simulated SIM, in neutral terms: what a report about it must say.
 *
 * @param sim its identifier at the carrier
 * @param status its state
 * @param buckets its allowances
 * @param counters amounts used without an allowance
 * @param gone whether the carrier answers that it once had this SIM, instead of answering about it
 */
public record SimTruth(SimId sim, SimStatus status, List<Bucket> buckets, List<UsageCounter> counters, boolean gone) {

    /** Copies the lists. */
    public SimTruth {
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(status, "status");
        buckets = List.copyOf(buckets);
        counters = List.copyOf(counters);
    }
}
