package dev.anycarrier.cluster.sweep;

import java.time.Duration;

/**
 * How a node takes part.
 *
 * @param node its name
 * @param lanes into how many parts the SIMs of an account are divided by plans of this node
 * @param chunkSize how many SIMs are taken at a time, by plans of this node
 * @param workers how many lanes it works on at a time; 0 for none
 * @param heartbeat how often it says that it is alive
 */
record SweepsSettings(String node, int lanes, int chunkSize, int workers, Duration heartbeat) {

    private static final int LONGEST_NODE = 64;
    private static final int MOST_LANES = 64;
    private static final int LARGEST_CHUNK = 10_000;
    private static final int MOST_WORKERS = 256;
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException naming what is outside
     */
    SweepsSettings {
        if (node.isBlank() || node.length() > LONGEST_NODE) {
            throw new IllegalArgumentException("a node's name has 1 to 64 characters");
        }
        requireWithin("lanes", lanes, 1, MOST_LANES);
        requireWithin("chunk size", chunkSize, 1, LARGEST_CHUNK);
        requireWithin("workers", workers, 0, MOST_WORKERS);
        if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0) {
            throw new IllegalArgumentException("the heartbeat is at least 100 ms");
        }
    }

    private static void requireWithin(final String name, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", but was " + value);
        }
    }
}
