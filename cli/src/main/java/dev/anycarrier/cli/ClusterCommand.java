package dev.anycarrier.cli;

import picocli.CommandLine.Command;

@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "What several nodes share, and the sweeps that they work on together.",
            "Where Redis and PostgreSQL are is said by options or by the settings (cluster.redis, cluster.jdbc); passwords"
                    + " by the settings alone."
        })
final class ClusterCommand {}
