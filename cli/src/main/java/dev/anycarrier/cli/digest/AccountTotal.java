package dev.anycarrier.cli.digest;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.UsageCounter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the SIMs of an account ended, and what they have. */
public final class AccountTotal {

    private final Map<Service, ServiceTotal> services = new EnumMap<>(Service.class);
    private final Map<UsageException.Kind, Long> failures = new EnumMap<>(UsageException.Kind.class);
    private final Map<SweepOutcome.Reason, Long> skips = new EnumMap<>(SweepOutcome.Reason.class);
    private long fresh;
    private long stale;

    /** Nothing yet. */
    AccountTotal() {}

    void add(final Entry.Read read) {
        if (read.stale()) {
            stale++;
        } else {
            fresh++;
        }
        for (final UsageCounter counter : read.counters()) {
            service(counter.service()).count(counter.used());
        }
        read.buckets().stream()
                .map(Bucket::service)
                .distinct()
                .forEach(service -> Holding.of(service, read).ifPresent(service(service)::add));
    }

    void add(final Entry.Failed failed) {
        failures.merge(failed.kind(), 1L, Long::sum);
    }

    void add(final Entry.Skipped skipped) {
        skips.merge(skipped.reason(), 1L, Long::sum);
    }

    void add(final Entry.Used used) {
        service(used.usage().service()).record(used.usage().quantity());
    }

    private ServiceTotal service(final Service service) {
        return services.computeIfAbsent(service, any -> new ServiceTotal());
    }

    /** SIMs that were read and are as fresh as wanted. */
    public long fresh() {
        return fresh;
    }

    /** SIMs that were read and are older than wanted. */
    public long stale() {
        return stale;
    }

    /** SIMs that could not be read. */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Lines of SIMs that were not asked about. */
    public long skipped() {
        return skips.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Why SIMs could not be read. */
    public Map<UsageException.Kind, Long> failures() {
        return Collections.unmodifiableMap(failures);
    }

    /** Why SIMs were not asked about. */
    public Map<SweepOutcome.Reason, Long> skips() {
        return Collections.unmodifiableMap(skips);
    }

    /** What they have; empty if nothing of that service was heard of. */
    public Optional<ServiceTotal> of(final Service service) {
        return Optional.ofNullable(services.get(service));
    }
}
