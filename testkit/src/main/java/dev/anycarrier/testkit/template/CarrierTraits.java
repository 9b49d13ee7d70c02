package dev.anycarrier.testkit.template;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a carrier has, as its documents say. Immutable; begins with {@link #namedBy} and goes on with what there is.
 *
 * @param naming how it names its SIMs
 * @param buckets the services that it has allowances of, in this order on every SIM
 * @param counters the services of which it says what was used, without any allowance
 * @param kinds the kinds of SIM that it has
 * @param validity what it says of the time in which a SIM can be used
 * @param useWithoutLimit whether it says what was used of a bucket that has no limit
 * @param foreignSims whether it tells another customer's SIM from one that it does not know
 * @param limits the limits that it enforces
 */
public record CarrierTraits(
        SimNaming naming,
        List<ServiceAmounts> buckets,
        List<ServiceAmounts> counters,
        Set<SimKind> kinds,
        Validity validity,
        boolean useWithoutLimit,
        boolean foreignSims,
        List<RateLimit> limits) {

    /** Copies the collections. */
    public CarrierTraits {
        Objects.requireNonNull(naming, "naming");
        buckets = List.copyOf(buckets);
        counters = List.copyOf(counters);
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(validity, "validity");
        limits = List.copyOf(limits);
    }

    /** A carrier with active SIMs and nothing else yet. */
    public static CarrierTraits namedBy(final SimNaming naming) {
        return new CarrierTraits(
                naming, List.of(), List.of(), Set.of(SimKind.ACTIVE), Validity.notTold(), false, false, List.of());
    }

    /** Allowances of one more service. */
    public CarrierTraits withBucket(final ServiceAmounts bucket) {
        return new CarrierTraits(
                naming, plus(buckets, bucket), counters, kinds, validity, useWithoutLimit, foreignSims, limits);
    }

    /** A counter of one more service, without a period. */
    public CarrierTraits withCounter(final ServiceAmounts counter) {
        return new CarrierTraits(
                naming, buckets, plus(counters, counter), kinds, validity, useWithoutLimit, foreignSims, limits);
    }

    /** These kinds of SIM, besides active ones. */
    public CarrierTraits withKinds(final SimKind first, final SimKind... more) {
        final Set<SimKind> newKinds = EnumSet.of(first, more);
        newKinds.add(SimKind.ACTIVE);
        return new CarrierTraits(naming, buckets, counters, newKinds, validity, useWithoutLimit, foreignSims, limits);
    }

    /** Validity, as it is told. */
    public CarrierTraits withValidity(final Validity newValidity) {
        return new CarrierTraits(naming, buckets, counters, kinds, newValidity, useWithoutLimit, foreignSims, limits);
    }

    /** Of a bucket without limit the carrier says how much was used. */
    public CarrierTraits withUseWithoutLimit() {
        return new CarrierTraits(naming, buckets, counters, kinds, validity, true, foreignSims, limits);
    }

    /** Another customer's SIM is {@linkplain TemplateSimulator#forbidden forbidden}, not unknown. */
    public CarrierTraits withForeignSims() {
        return new CarrierTraits(naming, buckets, counters, kinds, validity, useWithoutLimit, true, limits);
    }

    /** One more limit; a scope may have several. */
    public CarrierTraits withLimit(final LimitScope scope, final int requests, final Duration window) {
        return new CarrierTraits(
                naming,
                buckets,
                counters,
                kinds,
                validity,
                useWithoutLimit,
                foreignSims,
                plus(limits, new RateLimit(scope, requests, window)));
    }

    private static <T> List<T> plus(final List<T> items, final T one) {
        final List<T> more = new ArrayList<>(items);
        more.add(one);
        return more;
    }
}
