package dev.anycarrier.benchmarks.records;

/** Reads all pages to the sum of each SIM. */
interface Sums {

    /**
     * Reads them.
     *
     * @return how many SIMs there are, and the sum of all sums, to see that everybody comes to the same
     */
    long[] read();
}
