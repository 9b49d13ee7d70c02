package dev.anycarrier.testkit;

import java.time.InstantSource;
import java.util.Objects;

/**
 * How a simulated carrier is started.
 *
 * @param seed draws the population and everything else of chance
 * @param sims how many SIMs the carrier has, at least 1
 * @param port the port on loopback, or 0 for any that is free
 * @param limits whether the carrier enforces its request limits
 * @param clock the carrier's clock
 */
public record SimulatorOptions(long seed, int sims, int port, boolean limits, InstantSource clock) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no SIM, or the port is none
     */
    public SimulatorOptions {
        Objects.requireNonNull(clock, "clock");
        if (sims < 1 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a carrier has at least 1 SIM, and a port from 0 to 65535");
        }
    }

    /** A hundred SIMs drawn from the seed, on any free port, limits enforced, by the system's clock. */
    public static SimulatorOptions seeded(final long seed) {
        return new SimulatorOptions(seed, 100, 0, true, InstantSource.system());
    }

    /** The same with another number of SIMs. */
    public SimulatorOptions withSims(final int newSims) {
        return new SimulatorOptions(seed, newSims, port, limits, clock);
    }

    /** The same on another port. */
    public SimulatorOptions withPort(final int newPort) {
        return new SimulatorOptions(seed, sims, newPort, limits, clock);
    }

    /** The same without request limits, for load that no real carrier would bear. */
    public SimulatorOptions withoutLimits() {
        return new SimulatorOptions(seed, sims, port, false, clock);
    }

    /** The same by another clock. */
    public SimulatorOptions withClock(final InstantSource newClock) {
        return new SimulatorOptions(seed, sims, port, limits, newClock);
    }
}
