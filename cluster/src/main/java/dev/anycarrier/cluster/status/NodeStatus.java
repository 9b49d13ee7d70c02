package dev.anycarrier.cluster.status;

import java.time.Duration;
import java.util.Objects;

/**
 * A node, as the store last heard of it.
 *
 * @param name its name
 * @param seenAgo how long ago it was heard of, by the store's clock
 * @param lag how long the store's answer to it took before that
 */
public record NodeStatus(String name, Duration seenAgo, Duration lag) {

    /** Checks that every part is there. */
    public NodeStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(seenAgo, "seenAgo");
        Objects.requireNonNull(lag, "lag");
    }
}
