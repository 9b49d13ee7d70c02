package dev.anycarrier.benchmarks.call;

/** Somebody who asks the carrier for the usage of a SIM, one way or another. */
interface Caller extends AutoCloseable {

    /**
     * Asks, and waits for the answer.
     *
     * @return the megabytes left, as proof that the answer was read
     */
    long remaining(SimNumber sim);

    @Override
    void close();
}
