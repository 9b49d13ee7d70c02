package dev.anycarrier.cli;

import dev.anycarrier.testkit.SimTruth;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import dev.anycarrier.testkit.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Simulated carriers, and settings files that point at them. */
final class Carriers implements AutoCloseable {

    private final SimulatedCarriers simulated;

    private Carriers(final SimulatedCarriers simulated) {
        this.simulated = simulated;
    }

    /** Carriers that a test has started itself. */
    static Carriers of(final SimulatedCarriers simulated) {
        return new Carriers(simulated);
    }

    /** All carriers with so many SIMs each, request limits lifted. */
    static Carriers all(final int sims) {
        return new Carriers(SimulatedCarriers.start(
                Simulators.all(), SimulatorOptions.seeded(7).withSims(sims).withoutLimits()));
    }

    /** One carrier that enforces its limits. */
    static Carriers limited(final String carrier) {
        return new Carriers(SimulatedCarriers.start(
                List.of(Simulators.find(carrier)), SimulatorOptions.seeded(7).withSims(20)));
    }

    SimulatedCarrier get(final String carrier) {
        return simulated.running().stream()
                .filter(running -> running.carrier().equals(carrier))
                .findFirst()
                .orElseThrow();
    }

    List<SimulatedCarrier> running() {
        return simulated.running();
    }

    /** A SIM that the carrier answers about, as a user names it. */
    String sim(final String carrier) {
        return carrier + ":"
                + get(carrier).sims().stream()
                        .filter(truth -> !truth.gone())
                        .findFirst()
                        .orElseThrow()
                        .sim()
                        .value();
    }

    /** A SIM that the carrier had once. */
    String goneSim(final String carrier) {
        return carrier + ":"
                + get(carrier).sims().stream()
                        .filter(SimTruth::gone)
                        .findFirst()
                        .orElseThrow()
                        .sim()
                        .value();
    }

    /** A SIM that the carrier never had. */
    String unknownSim(final String carrier) {
        return carrier + ":" + get(carrier).unknownSim().value();
    }

    /** Writes the settings file that a command finds by itself in that directory; later lines replace earlier ones. */
    void configure(final Path directory, final Map<String, String> others) {
        final Map<String, String> settings = simulated.settings(true);
        settings.putAll(others);
        final List<String> lines = new ArrayList<>();
        settings.forEach((name, value) -> lines.add(name + " = " + value));
        try {
            Files.write(directory.resolve("carriers.properties"), lines);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulated.close();
    }
}
