package dev.anycarrier.benchmarks.cache;

import dev.anycarrier.usage.SimId;

/** Each SIM may be asked about once in {@link PassingTime#WINDOW}. */
interface LimitedSims {

    /** Asks about a SIM, which is allowed. */
    void ask(SimId sim);
}
