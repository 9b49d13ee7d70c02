package dev.anycarrier.cli;

import dev.anycarrier.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Where the cluster is, for who asks no carrier. */
final class ClusterPlaces {

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
        return settings.read(surroundings, named);
    }
}
