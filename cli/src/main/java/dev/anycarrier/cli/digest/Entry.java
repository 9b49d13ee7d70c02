package dev.anycarrier.cli.digest;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageCounter;
import dev.anycarrier.usage.UsageRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one line says: how a SIM of a sweep ended, or a usage record. */
public sealed interface Entry {

    /**
     * A SIM was read.
     *
     * @param sim the SIM
     * @param status its state
     * @param buckets its allowances
     * @param counters amounts without an allowance beside them
     * @param at when that was true: when the carrier observed it, else when its answer was received
     * @param age how old it was when it was printed
     * @param cached how old the carrier admits it may have been besides
     * @param stale whether it was older than wanted
     * @param cause what kept a newer value away, if it is stale and that was told
     */
    record Read(
            SimRef sim,
            SimStatus status,
            List<Bucket> buckets,
            List<UsageCounter> counters,
            Instant at,
            Duration age,
            Optional<Duration> cached,
            boolean stale,
            Optional<UsageException.Kind> cause)
            implements Entry {

        /** Checks that every part is there. */
        public Read {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(status, "status");
            buckets = List.copyOf(buckets);
            counters = List.copyOf(counters);
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(age, "age");
            Objects.requireNonNull(cached, "cached");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /**
     * A SIM could not be read.
     *
     * @param sim the SIM
     * @param kind why
     */
    record Failed(SimRef sim, UsageException.Kind kind) implements Entry {

        /** Checks that both parts are there. */
        public Failed {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * A SIM was not asked about.
     *
     * @param sim the SIM
     * @param reason why
     */
    record Skipped(SimRef sim, SweepOutcome.Reason reason) implements Entry {

        /** Checks that both parts are there. */
        public Skipped {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A usage record.
     *
     * @param account whose it is, if the line says so
     * @param usage the record
     */
    record Used(Optional<String> account, UsageRecord usage) implements Entry {

        /** Checks that both parts are there. */
        public Used {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(usage, "usage");
        }
    }
}
