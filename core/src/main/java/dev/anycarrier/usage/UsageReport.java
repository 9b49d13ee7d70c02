package dev.anycarrier.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a carrier says about one SIM at one moment (TMF677 {@code UsageConsumptionReport}).
 *
 * @param provider the identifier of the provider that read it, such as {@code airalo}
 * @param account the configured name of the account it was read under
 * @param sim the SIM that was asked for
 * @param status the SIM's state
 * @param carrierStatus the state in the carrier's own word, or empty if it sends none
 * @param buckets allowances and what is left of them; empty where the carrier has none for this SIM
 * @param counters amounts used without an allowance; empty where the carrier has none
 * @param fetchedAt when the answer was received, by our clock
 * @param observedAt when the carrier says the values were true, or empty if it does not say
 * @param carrierCacheTime how old the carrier admits the values may have been when they were received, or empty if it
 *     does not say
 * @param warnings what a reader should know although the report is good
 */
public record UsageReport(
        String provider,
        String account,
        SimId sim,
        SimStatus status,
        Optional<String> carrierStatus,
        List<Bucket> buckets,
        List<UsageCounter> counters,
        Instant fetchedAt,
        Optional<Instant> observedAt,
        Optional<Duration> carrierCacheTime,
        List<UsageWarning> warnings) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two buckets have the same id and service
     */
    public UsageReport {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(sim, "sim");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(carrierStatus, "carrierStatus");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(carrierCacheTime, "carrierCacheTime");
        buckets = List.copyOf(buckets);
        counters = List.copyOf(counters);
        warnings = List.copyOf(warnings);
        requireDistinct(buckets);
    }

    /** All buckets of one service, in the carrier's order. */
    public List<Bucket> buckets(final Service service) {
        return buckets.stream().filter(bucket -> bucket.service() == service).toList();
    }

    /** This report with one more warning. */
    public UsageReport withWarning(final UsageWarning warning) {
        final List<UsageWarning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new UsageReport(
                provider,
                account,
                sim,
                status,
                carrierStatus,
                buckets,
                counters,
                fetchedAt,
                observedAt,
                carrierCacheTime,
                more);
    }

    private static void requireDistinct(final List<Bucket> buckets) {
        Set<List<Object>> seen = Set.of();
        for (final Bucket bucket : buckets) {
            if (bucket.id().isEmpty()) {
                continue;
            }
            seen = seen.isEmpty() ? new HashSet<>() : seen;
            if (!seen.add(List.of(bucket.id().get(), bucket.service()))) {
                throw new IllegalArgumentException("two " + bucket.service() + " buckets have the same id");
            }
        }
    }
}
