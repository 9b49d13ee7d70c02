package dev.anycarrier.cli;

import dev.anycarrier.settings.CommonSettings;
import dev.anycarrier.testkit.CarrierSimulator;
import dev.anycarrier.testkit.SimulatedCarrier;
import dev.anycarrier.testkit.SimulatorOptions;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Simulated carriers that run side by side, each for an account that is called like it. */
final class SimulatedCarriers implements AutoCloseable {

    /** More than any simulated carrier can answer. */
    private static final String NO_LIMIT = "100000/1s";

    private final List<SimulatedCarrier> running;

    private SimulatedCarriers(final List<SimulatedCarrier> running) {
        this.running = List.copyOf(running);
    }

    /**
     * Starts them. With a port, the first listens there and each other one port higher.
     *
     * @throws UsageError if a port cannot be had
     */
    static SimulatedCarriers start(final List<CarrierSimulator> simulators, final SimulatorOptions options) {
        final List<SimulatedCarrier> started = new ArrayList<>();
        try {
            for (final CarrierSimulator simulator : simulators) {
                started.add(simulator.start(
                        options.port() == 0 ? options : options.withPort(options.port() + started.size())));
            }
            return new SimulatedCarriers(started);
        } catch (final UncheckedIOException | IllegalArgumentException e) {
            started.forEach(SimulatedCarrier::close);
            throw new UsageError("the simulator of "
                    + simulators.get(started.size()).carrier() + " cannot start: " + e.getMessage());
        }
    }

    /** Those that run, in the order in which they were started. */
    List<SimulatedCarrier> running() {
        return running;
    }

    /** The settings by full name of the accounts that point at all of them. */
    Map<String, String> settings(final boolean withoutLimits) {
        final Map<String, String> settings = new LinkedHashMap<>();
        running.forEach(carrier -> settings.putAll(settings(carrier, withoutLimits)));
        return settings;
    }

    /** The settings by full name of the account that points at one of them, in the order of names. */
    static Map<String, String> settings(final SimulatedCarrier carrier, final boolean withoutLimits) {
        final Map<String, String> settings = new TreeMap<>();
        carrier.settings().forEach((key, value) -> settings.put(carrier.carrier() + "." + key, value));
        if (withoutLimits) {
            for (final String key : List.of(
                    CommonSettings.LIMIT_SIM.name(),
                    CommonSettings.LIMIT_ACCOUNT.name(),
                    CommonSettings.LIMIT_TOKEN.name())) {
                settings.put(carrier.carrier() + "." + key, NO_LIMIT);
            }
        }
        return settings;
    }

    @Override
    public void close() {
        running.forEach(SimulatedCarrier::close);
    }
}
