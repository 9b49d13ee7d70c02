package dev.anycarrier.benchmarks.report;

import dev.anycarrier.benchmarks.Measurement;
import dev.anycarrier.benchmarks.start.CommandLine;
import dev.anycarrier.benchmarks.start.ThreeCarriers;
import dev.anycarrier.benchmarks.sweep.LoadedSweep;
import dev.anycarrier.benchmarks.sweep.VirtualSweep;
import java.util.List;

/** Everything that is measured, in the order of the goals. */
final class Measurements {

    private Measurements() {}

    static List<Measurement> all() {
        return List.of(new LoadedSweep(), new CommandLine(), new ThreeCarriers(), new VirtualSweep());
    }
}
