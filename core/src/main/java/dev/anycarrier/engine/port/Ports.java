package dev.anycarrier.engine.port;

import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Everything the engine takes from its surroundings.
 *
 * @param time clocks and waiting
 * @param threads threads, and what they wait on
 * @param resolver names to addresses
 * @param random chance; thread-safe
 */
public record Ports(TimeSource time, Threads threads, NameResolver resolver, RandomGenerator random) {

    /** Checks that each is there. */
    public Ports {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(threads, "threads");
        Objects.requireNonNull(resolver, "resolver");
        Objects.requireNonNull(random, "random");
    }

    /** The system's. */
    public static Ports system() {
        return new Ports(TimeSource.system(), Threads.system(), NameResolver.system(), new Random());
    }

    /** The same with other threads. */
    public Ports withThreads(final Threads newThreads) {
        return new Ports(time, newThreads, resolver, random);
    }

    /** The same with another resolver. */
    public Ports withResolver(final NameResolver newResolver) {
        return new Ports(time, threads, newResolver, random);
    }

    /** The same with another time. */
    public Ports withTime(final TimeSource newTime) {
        return new Ports(newTime, threads, resolver, random);
    }
}
