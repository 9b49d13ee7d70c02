package dev.anycarrier.simulation.law;

import dev.anycarrier.sweep.SweepProgress;
import java.util.Optional;

/**
 * How one run of a sweep ended; a run that was killed has no end.
 *
 * @param run which run, from 0
 * @param progress its last progress, if it came to its end
 * @param failure what was thrown instead
 */
record SweepRunEnd(int run, Optional<SweepProgress> progress, Optional<Throwable> failure) {}
