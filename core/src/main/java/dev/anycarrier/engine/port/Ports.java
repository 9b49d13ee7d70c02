package dev.anycarrier.engine.port;

import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Everything the engine takes from its surroundings.
 *
 * @param time clocks and waiting
 * @param resolver names to addresses
 * @param random chance; thread-safe
 */
public record Ports(TimeSource time, NameResolver resolver, RandomGenerator random) {

    /** Checks that each is there. */
    public Ports {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(resolver, "resolver");
        Objects.requireNonNull(random, "random");
    }

    /** The system's. */
    public static Ports system() {
        return new Ports(TimeSource.system(), NameResolver.system(), new Random());
    }

    /** The same with another resolver. */
    public Ports withResolver(final NameResolver newResolver) {
        return new Ports(time, newResolver, random);
    }

    /** The same with another time. */
    public Ports withTime(final TimeSource newTime) {
        return new Ports(newTime, resolver, random);
    }
}
