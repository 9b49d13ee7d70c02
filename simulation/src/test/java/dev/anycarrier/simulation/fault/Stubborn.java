package dev.anycarrier.simulation.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits as a bad plugin does: no interrupt and no deadline ends it. */
final class Stubborn {

    private static final Duration STEP = Duration.ofMillis(100);

    private Stubborn() {}

    static void waitUntil(final Scene scene, final BooleanSupplier free) {
        while (!free.getAsBoolean()) {
            try {
                scene.simulation().ports().time().sleep(STEP);
            } catch (final InterruptedException e) {
                // Which is what it is here for.
            }
        }
    }
}
