package dev.anycarrier.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the sweeps are that all nodes work on. */
final class DatabaseOption {

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "The PostgreSQL of sweeps that all nodes work on (jdbc:postgresql://host/database), or that of the"
                            + " settings (cluster.jdbc) with --jdbc " + ClusterOption.OF_SETTINGS + ".")
    private @Nullable String url;

    boolean isGiven() {
        return url != null;
    }

    /** What is named here, as settings. */
    Map<String, String> values() {
        return url == null || url.equals(ClusterOption.OF_SETTINGS) ? Map.of() : Map.of("cluster.jdbc", url);
    }
}
