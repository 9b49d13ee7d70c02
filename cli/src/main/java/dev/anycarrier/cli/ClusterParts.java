package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.settings.Settings;

/** The way to what is on the class path only where it is asked for. No command names a type of it where all commands are read. */
final class ClusterParts {

    private ClusterParts() {}

    /**
     * Checks that it is there.
     *
     * @throws UsageError if it is not
     */
    static void require() {
        if (ClusterParts.class.getResource("/dev/anycarrier/cluster/ClusterSettings.class") == null) {
            throw new UsageError("anycarrier-cluster is not on the class path: start the launcher, or add it there");
        }
    }

    /**
     * Makes the accounts those of a node.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if the settings of the cluster cannot be used
     */
    static void join(final Anycarrier.Builder builder, final Settings settings) {
        builder.cluster(ClusterSettings.of(settings).openRedis());
    }
}
