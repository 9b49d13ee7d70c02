package dev.anycarrier.cli;

import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsSection;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Where the cluster is, for who asks no carrier. */
final class ClusterPlaces {

    private static final String SECTION = "cluster";
    private static final String TIMEOUT = "timeout";

    /** Bounds the timeout by the slack. */
    private static final String LOCAL_SHARE = "local-share";

    /** Who only looks from a program that has just begun, on a machine at work, rather waits than hears nothing. */
    private static final String PATIENCE = "5s";

    @Mixin
    private final SettingsOption settings = new SettingsOption();

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    /**
     * The settings with what was named.
     *
     * @throws UsageError if what a cluster takes is not there
     */
    Settings read(final Surroundings surroundings) {
        ClusterParts.require();
        final Map<String, String> named = new HashMap<>(cluster.values());
        named.putAll(database.values());
        final Settings read = settings.read(surroundings, named);
        if (SettingsSection.isGiven(read, SECTION, TIMEOUT) || SettingsSection.isGiven(read, SECTION, LOCAL_SHARE)) {
            return read;
        }
        named.put(SECTION + "." + TIMEOUT, PATIENCE);
        return settings.read(surroundings, named);
    }
}
