package dev.anycarrier.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the simulated carriers on the class path: those of this kit, and any other that declares itself. */
public final class Simulators {

    private Simulators() {}

    /** Every simulator, in the order of the carriers' names. */
    public static List<CarrierSimulator> all() {
        return ServiceLoader.load(CarrierSimulator.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(CarrierSimulator::carrier))
                .toList();
    }

    /**
     * The simulator of one carrier.
     *
     * @param carrier its identifier, such as {@code airalo}
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static CarrierSimulator find(final String carrier) {
        final List<CarrierSimulator> known = all();
        return known.stream()
                .filter(simulator -> simulator.carrier().equals(carrier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no simulator of '" + carrier + "'; known: "
                        + known.stream().map(CarrierSimulator::carrier).collect(Collectors.joining(", "))));
    }
}
