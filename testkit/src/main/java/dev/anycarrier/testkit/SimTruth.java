package dev.anycarrier.testkit;

import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is true about a simulated SIM, in neutral terms: what a report about it must say.
 *
 * @param sim its identifier at the carrier
 * @param status its state
 * @param buckets its allowances
 * @param counters amounts used without an allowance
 * @param gone whether the carrier answers that it once had this SIM, instead of answering about it
 * @param alsoKnownAs other identifiers by which the carrier answers the same about this SIM
 */
public record SimTruth(
        SimId sim,
        SimStatus status,
        List<Bucket> buckets,
        List<UsageCounter> counters,
        boolean gone,
        List<SimId> alsoKnownAs) {

    /** Copies the lists. */
    public SimTruth {
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(status, "status");
        buckets = List.copyOf(buckets);
        counters = List.copyOf(counters);
        alsoKnownAs = List.copyOf(alsoKnownAs);
    }

    /** The truth about a SIM that has one identifier. */
    public SimTruth(
            final SimId sim,
            final SimStatus status,
            final List<Bucket> buckets,
            final List<UsageCounter> counters,
            final boolean gone) {
        this(sim, status, buckets, counters, gone, List.of());
    }

    /** Every identifier by which the carrier answers about this SIM, the usual one first. */
    public List<SimId> names() {
        return Stream.concat(Stream.of(sim), alsoKnownAs.stream()).toList();
    }
}
