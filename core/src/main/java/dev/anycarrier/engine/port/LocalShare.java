package dev.anycarrier.engine.port;

/**
 * Which part of every limit a node may use by itself while the store of all nodes is away: of each SIM limit that of its own
 * SIMs, and of each other limit its part in whole requests. The parts of all nodes together are no more than the limit.
 *
 * @param place which of the nodes it is, from 1; another one on each of them
 * @param nodes among how many the limits are divided, the same on all of them
 */
public record LocalShare(int place, int nodes) {

    private static final int MOST_NODES = 1000;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such place
     */
    public LocalShare {
        if (nodes < 1 || nodes > MOST_NODES || place < 1 || place > nodes) {
            throw new IllegalArgumentException(
                    "a local share is that of one place among 1 to " + MOST_NODES + " nodes, from 1");
        }
    }

    /** As it is written in settings. */
    @Override
    public String toString() {
        return place + "/" + nodes;
    }
}
