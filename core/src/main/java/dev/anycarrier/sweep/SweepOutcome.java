package dev.anycarrier.sweep;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.usage.SimRef;
import java.util.Objects;

/** What one SIM of a sweep ended in. Every SIM that is given to a sweep ends in exactly one. */
public sealed interface SweepOutcome {

    /** The SIM. */
    SimRef sim();

    /** Its place in the sweep's input, from 0. */
    long position();

    /**
     * It was read.
     *
     * @param sim the SIM
     * @param position its place in the input
     * @param result what is known, fresh or stale
     */
    record Read(SimRef sim, long position, UsageResult result) implements SweepOutcome {
        /** Checks that every part is there. */
        public Read {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * It could not be read.
     *
     * @param sim the SIM
     * @param position its place in the input
     * @param failure why
     */
    record Failed(SimRef sim, long position, UsageException failure) implements SweepOutcome {
        /** Checks that every part is there. */
        public Failed {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(failure, "failure");
        }
    }

    /**
     * It was not asked about.
     *
     * @param sim the SIM
     * @param position its place in the input
     * @param reason why not
     */
    record Skipped(SimRef sim, long position, Reason reason) implements SweepOutcome {
        /** Checks that every part is there. */
        public Skipped {
            Objects.requireNonNull(sim, "sim");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a SIM was not asked about. */
    enum Reason {
        /** It was named before, no more than 50,000 different SIMs of its account above. */
        DUPLICATE,
        /** There is no account of that name. */
        UNKNOWN_ACCOUNT,
        /** The sweep's deadline came before the carrier's limits allowed it; a resumed sweep comes to it again. */
        DEADLINE,
        /** The sweep was cancelled before its turn came, or while it was asked about; a resumed sweep comes to it again. */
        CANCELLED
    }
}
