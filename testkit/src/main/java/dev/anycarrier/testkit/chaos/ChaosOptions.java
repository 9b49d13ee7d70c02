package dev.anycarrier.testkit.chaos;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How much goes wrong, and what. Immutable; thread-safe if the sleeper and the listener are.
 *
 * @param seed draws the faults: the n-th request of an account meets the same fault whenever the seed is the same
 * @param probability how likely a request meets a fault, from 0 (never) to 1 (always)
 * @param faults what may happen, each as likely as any other
 * @param longestDelay how long a delay is at most
 * @param sleeper how a delay passes
 * @param listener is told each fault, by the thread that meets it
 */
public record ChaosOptions(
        long seed,
        double probability,
        Set<ChaosFault> faults,
        Duration longestDelay,
        ChaosSleeper sleeper,
        Consumer<ChaosFault> listener) {

    private static final double ONE_IN_TEN = 0.1;

    /**
     * Checks the values and copies the set.
     *
     * @throws IllegalArgumentException if the probability is none, the delay is negative, or there is no fault
     */
    public ChaosOptions {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1, not " + probability);
        }
        if (longestDelay.isNegative()) {
            throw new IllegalArgumentException("a delay is not negative");
        }
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("chaos needs at least one fault; for none set the probability to 0");
        }
        faults = Set.copyOf(faults);
        Objects.requireNonNull(sleeper, "sleeper");
        Objects.requireNonNull(listener, "listener");
    }

    /** One request in ten meets any of the faults but a delay. */
    public static ChaosOptions seeded(final long seed) {
        return new ChaosOptions(
                seed,
                ONE_IN_TEN,
                EnumSet.complementOf(EnumSet.of(ChaosFault.DELAY)),
                Duration.ZERO,
                time -> {},
                fault -> {});
    }

    /** The same with that many faults, from 0 (none) to 1 (each request). */
    public ChaosOptions withProbability(final double newProbability) {
        return new ChaosOptions(seed, newProbability, faults, longestDelay, sleeper, listener);
    }

    /** The same with these faults and no others. */
    public ChaosOptions only(final ChaosFault first, final ChaosFault... others) {
        return new ChaosOptions(seed, probability, EnumSet.of(first, others), longestDelay, sleeper, listener);
    }

    /**
     * The same with delays besides.
     *
     * @param longest how long one is at most
     * @param newSleeper how it passes, such as {@code time -> Thread.sleep(time.toMillis())}
     */
    public ChaosOptions withDelays(final Duration longest, final ChaosSleeper newSleeper) {
        final EnumSet<ChaosFault> more = EnumSet.copyOf(faults);
        more.add(ChaosFault.DELAY);
        return new ChaosOptions(seed, probability, more, longest, newSleeper, listener);
    }

    /** The same, telling each fault to the listener. */
    public ChaosOptions tellingOf(final Consumer<ChaosFault> newListener) {
        return new ChaosOptions(seed, probability, faults, longestDelay, sleeper, newListener);
    }

    /** The same with faults drawn from another seed. */
    public ChaosOptions withSeed(final long newSeed) {
        return new ChaosOptions(newSeed, probability, faults, longestDelay, sleeper, listener);
    }

    /** In an order that is the same in every JVM, which that of a set is not. */
    List<ChaosFault> inOrder() {
        return faults.stream().sorted().toList();
    }
}
