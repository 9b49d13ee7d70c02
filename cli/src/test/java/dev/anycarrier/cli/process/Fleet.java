package dev.anycarrier.cli.process;

import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The simulated carriers together. */
record Fleet(List<SimulatedCarrier> carriers) implements AutoCloseable {

    static Fleet start(final SimulatorOptions options) {
        final List<SimulatedCarrier> started = new ArrayList<>();
        for (final CarrierSimulator simulator : Simulators.all()) {
            started.add(simulator.start(options));
        }
        return new Fleet(List.copyOf(started));
    }

    SimulatedCarrier carrier(final String name) {
        return carriers.stream()
                .filter(carrier -> carrier.carrier().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Writes the settings that a command finds by itself in that folder, accounts being called like their carriers, and
     * {@code sims.txt} with all SIMs, the carriers taking turns.
     *
     * @param more settings besides, by carrier
     */
    void configure(final Path folder, final Function<String, Map<String, String>> more) throws IOException {
        final List<String> settings = new ArrayList<>();
        for (final SimulatedCarrier carrier : carriers) {
            final String account = carrier.carrier();
            carrier.settings().forEach((key, value) -> settings.add(account + "." + key + " = " + value));
            more.apply(account).forEach((key, value) -> settings.add(account + "." + key + " = " + value));
        }
        Files.write(folder.resolve("carriers.properties"), settings);
        final List<String> sims = new ArrayList<>();
        for (int index = 0; index < carriers.get(0).sims().size(); index++) {
            for (final SimulatedCarrier carrier : carriers) {
                final SimTruth truth = carrier.sims().get(index);
                sims.add(carrier.carrier() + ":" + truth.sim().value());
            }
        }
        Files.write(folder.resolve("sims.txt"), sims);
    }

    @Override
    public void close() {
        carriers.forEach(SimulatedCarrier::close);
    }
}
