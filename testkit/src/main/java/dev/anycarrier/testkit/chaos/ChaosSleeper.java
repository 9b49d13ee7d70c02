package dev.anycarrier.testkit.chaos;

import java.time.Duration;

/** How a delay passes: on a real clock, on a manual one, or not at all. Called by the threads that ask. */
@FunctionalInterface
public interface ChaosSleeper {

    /**
     * Lets the time pass.
     *
     * @throws InterruptedException if the thread is wanted back
     */
    void sleep(Duration time) throws InterruptedException;
}
