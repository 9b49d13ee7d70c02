package dev.anycarrier.cluster.status;

import java.util.List;
import java.util.Objects;

/**
 * What the store and its nodes are doing, at one moment.
 *
 * @param server the store's address, without credentials
 * @param version its version, as it says
 * @param usedMemory in bytes
 * @param maximumMemory in bytes; 0 if there is no bound
 * @param nodes those seen lately, by name
 * @param accounts those used lately, by key
 */
public record ClusterStatus(
        String server,
        String version,
        long usedMemory,
        long maximumMemory,
        List<NodeStatus> nodes,
        List<AccountStatus> accounts) {

    /** Checks that every part is there. */
    public ClusterStatus {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(version, "version");
        nodes = List.copyOf(nodes);
        accounts = List.copyOf(accounts);
    }
}
