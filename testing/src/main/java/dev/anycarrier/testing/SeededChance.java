package dev.anycarrier.testing;

import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** The same numbers each time. Thread-safe. */
final class SeededChance implements RandomGenerator {

    private static final long SEED = 20260203;

    private final ReentrantLock lock = new ReentrantLock();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @Override
    public long nextLong() {
        lock.lock();
        try {
            return random.nextLong();
        } finally {
            lock.unlock();
        }
    }
}
