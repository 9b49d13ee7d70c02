package dev.anycarrier.testkit;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a simulated carrier is started.
 *
 * @param seed draws the population and everything else of chance
 * @param sims how many SIMs the carrier has, at least 1
 * @param port the port on loopback, or 0 for any that is free
 * @param limits whether the carrier enforces its request limits
 * @param clock the carrier's clock
 * @param otherLimits the limits that it enforces in place of its own, by scope
 */
public record SimulatorOptions(
        long seed, int sims, int port, boolean limits, InstantSource clock, Map<LimitScope, RateLimit> otherLimits) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no SIM, or the port is none
     */
    public SimulatorOptions {
        Objects.requireNonNull(clock, "clock");
        otherLimits = Map.copyOf(otherLimits);
        if (sims < 1 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a carrier has at least 1 SIM, and a port from 0 to 65535");
        }
    }

    /**
     * With the carrier's own limits.
     *
     * @throws IllegalArgumentException if there is no SIM, or the port is none
     */
    public SimulatorOptions(
            final long seed, final int sims, final int port, final boolean limits, final InstantSource clock) {
        this(seed, sims, port, limits, clock, Map.of());
    }

    /** A hundred SIMs drawn from the seed, on any free port, limits enforced, by the system's clock. */
    public static SimulatorOptions seeded(final long seed) {
        return new SimulatorOptions(seed, 100, 0, true, InstantSource.system());
    }

    /** The same with another number of SIMs. */
    public SimulatorOptions withSims(final int newSims) {
        return new SimulatorOptions(seed, newSims, port, limits, clock, otherLimits);
    }

    /** The same on another port. */
    public SimulatorOptions withPort(final int newPort) {
        return new SimulatorOptions(seed, sims, newPort, limits, clock, otherLimits);
    }

    /** The same without request limits, for load that no real carrier would bear. */
    public SimulatorOptions withoutLimits() {
        return new SimulatorOptions(seed, sims, port, false, clock, otherLimits);
    }

    /** The same by another clock. */
    public SimulatorOptions withClock(final InstantSource newClock) {
        return new SimulatorOptions(seed, sims, port, limits, newClock, otherLimits);
    }

    /** The same with another limit in place of the carrier's own of that scope; a shorter window makes tests shorter. */
    public SimulatorOptions withLimit(final RateLimit limit) {
        final Map<LimitScope, RateLimit> limitsByScope = new EnumMap<>(LimitScope.class);
        limitsByScope.putAll(otherLimits);
        limitsByScope.put(limit.scope(), limit);
        return new SimulatorOptions(seed, sims, port, limits, clock, limitsByScope);
    }

    /** A new count of the limit that is set in place of the carrier's own; empty if its own holds. */
    public Optional<RequestLimit> otherLimit(final LimitScope scope) {
        return Optional.ofNullable(otherLimits.get(scope))
                .map(limit -> new RequestLimit(limit.requests(), limit.window()));
    }
}
