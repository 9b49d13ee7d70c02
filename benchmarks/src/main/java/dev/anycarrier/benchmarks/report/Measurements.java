package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.cache.CachedAnswer;
import dev.anycarrier.benchmarks.cache.StatePerSim;
import dev.anycarrier.benchmarks.call.CallFromPlatformThread;
import dev.anycarrier.benchmarks.call.OneSimManyCallers;
import dev.anycarrier.benchmarks.call.UncachedCall;
import dev.anycarrier.benchmarks.records.RecordsToSums;
import dev.anycarrier.benchmarks.start.CommandLine;
import dev.anycarrier.benchmarks.start.ThreeCarriers;
import dev.anycarrier.benchmarks.sweep.LoadedSweep;
import dev.anycarrier.benchmarks.sweep.VirtualSweep;
import java.util.List;

/** Everything that is measured, in the order of the goals. */
final class Measurements {

    private Measurements() {}

    static List<Measurement> all() {
        return List.of(
                new UncachedCall(),
                new CallFromPlatformThread(),
                new CachedAnswer(),
                new StatePerSim(),
                new RecordsToSums(),
                new LoadedSweep(),
                new CommandLine(),
                new ThreeCarriers(),
                new OneSimManyCallers(),
                new VirtualSweep());
    }
}
