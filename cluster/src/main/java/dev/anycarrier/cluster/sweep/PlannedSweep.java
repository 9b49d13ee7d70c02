package dev.anycarrier.cluster.sweep;

import java.util.Objects;

/**
 * What became of a plan.
 *
 * @param identity the sweep's identity
 * @param sims how many SIMs it has, each counted once
 * @param joined whether a sweep of that identity had been planned before, which then is the one that counts
 */
public record PlannedSweep(String identity, long sims, boolean joined) {

    /** Checks that every part is there. */
    public PlannedSweep {
        Objects.requireNonNull(identity, "identity");
    }
}
