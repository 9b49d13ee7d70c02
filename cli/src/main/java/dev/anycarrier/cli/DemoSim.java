package dev.anycarrier.cli;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A SIM that the demo asks about.
 *
 * @param ref the SIM
 * @param truth the truth about it, or empty if its carrier does not have it
 */
record DemoSim(SimRef ref, Optional<SimTruth> truth) {

    /**
     * All SIMs of the carriers, and of each one that it does not have. They take turns, so that every carrier is asked
     * all the time.
     */
    static List<DemoSim> of(final List<SimulatedCarrier> carriers) {
        final List<List<DemoSim>> each =
                carriers.stream().map(DemoSim::ofCarrier).toList();
        final int longest = each.stream().mapToInt(List::size).max().orElse(0);
        final List<DemoSim> sims = new ArrayList<>();
        for (int index = 0; index < longest; index++) {
            for (final List<DemoSim> carrier : each) {
                if (index < carrier.size()) {
                    sims.add(carrier.get(index));
                }
            }
        }
        return sims;
    }

    private static List<DemoSim> ofCarrier(final SimulatedCarrier carrier) {
        final List<DemoSim> sims = new ArrayList<>();
        carrier.sims()
                .forEach(
                        truth -> sims.add(new DemoSim(new SimRef(carrier.carrier(), truth.sim()), Optional.of(truth))));
        sims.add(new DemoSim(new SimRef(carrier.carrier(), carrier.unknownSim()), Optional.empty()));
        return sims;
    }
}
