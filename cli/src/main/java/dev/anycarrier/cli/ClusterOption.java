package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsSection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether this process is one node of several. What that takes is on the class path only if it is asked for. */
final class ClusterOption {

    /** In place of an address: the one that the settings name. */
    static final String OF_SETTINGS = "settings";

    @Option(
            names = "--cluster",
            paramLabel = "ADDRESS",
            description =
                    "Share limits, tokens and last values with other nodes on this Redis (redis://host:port), or on"
                            + " that of the settings (cluster.redis) with --cluster " + OF_SETTINGS + ".")
    private @Nullable String redis;

    @Option(
            names = "--node",
            paramLabel = "NAME",
            description = "What this node is called; default: the machine and the process.")
    private @Nullable String node;

    boolean isGiven() {
        return redis != null;
    }

    /** By the settings, unless an address is named. */
    void share() {
        redis = redis == null ? OF_SETTINGS : redis;
    }

    /** What is named here, as settings. */
    Map<String, String> values() {
        final Map<String, String> values = new HashMap<>();
        if (redis != null && !redis.equals(OF_SETTINGS)) {
            values.put("cluster.redis", redis);
        }
        if (node != null) {
            values.put("cluster.node", node);
        }
        return values;
    }

    /**
     * Lets the accounts share what they know, if that is wanted.
     *
     * @throws dev.anycarrier.settings.InvalidSettingsException if the settings of the cluster cannot be used
     */
    void join(final Anycarrier.Builder builder, final Settings settings, final Surroundings surroundings) {
        if (redis != null) {
            ClusterParts.require();
            ClusterParts.join(builder, settings);
        } else if (SettingsSection.isGiven(settings, "cluster", "redis")) {
            surroundings.say("anycarrier: this run shares no limits with other nodes: --cluster " + OF_SETTINGS
                    + " would do it by the settings");
        }
    }
}
