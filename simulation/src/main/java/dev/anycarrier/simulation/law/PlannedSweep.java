package dev.anycarrier.simulation.law;

import dev.anycarrier.sweep.SweepSource;
import java.time.Duration;
import java.util.List;

/**
 * One sweep.
 *
 * @param begins when, since the start
 * @param sims account and number of each SIM; an account of the story or an unknown one
 * @param source where values are taken from
 * @param deadline how long one run of it may take
 */
record PlannedSweep(Duration begins, List<Target> sims, SweepSource source, Duration deadline) {

    /** A SIM by account and number. */
    record Target(String account, long sim) {}
}
