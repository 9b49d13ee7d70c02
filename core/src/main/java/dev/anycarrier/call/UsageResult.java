package dev.anycarrier.call;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The usage of a SIM and how fresh it is. A stale value is a case of its own, so that it is never taken for a fresh one. */
public sealed interface UsageResult {

    /** What the carrier said. */
    UsageReport report();

    /**
     * How long ago it was true: since the carrier's own time of observation where it states one, else since the answer was
     * received. The carrier may have answered from a cache of its own: see {@link UsageReport#carrierCacheTime()}.
     */
    Duration age();

    /** How the amounts changed against the value that was known before; empty if none was, or nothing changed. */
    List<UsageChange> changes();

    /**
     * As new as was asked for.
     *
     * @param report what the carrier said
     * @param age how long ago it was true
     * @param changes against the value before
     */
    record Fresh(UsageReport report, Duration age, List<UsageChange> changes) implements UsageResult {
        /** Copies the changes. */
        public Fresh {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(age, "age");
            changes = List.copyOf(changes);
        }
    }

    /**
     * Older than was asked for, since no newer one could be had.
     *
     * @param report what the carrier said then
     * @param age how long ago it was true
     * @param changes against the value before
     * @param cause what kept a newer one away; empty if the carrier itself answered with a value this old
     */
    record Stale(UsageReport report, Duration age, List<UsageChange> changes, Optional<UsageException> cause)
            implements UsageResult {
        /** Copies the changes. */
        public Stale {
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(age, "age");
            changes = List.copyOf(changes);
            Objects.requireNonNull(cause, "cause");
        }
    }
}
