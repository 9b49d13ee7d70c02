package dev.anycarrier.cli;

import picocli.CommandLine.Command;

@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = {
            "What several nodes share, and the sweeps that they work on together.",
            "",
            "  anycarrier cluster status",
            "  anycarrier cluster status --cluster redis://db1 --jdbc jdbc:postgresql://db1/usage",
            "  anycarrier cluster outcomes monday > usage.jsonl",
            ""
        },
        description = {
            "",
            "Where Redis and PostgreSQL are is said by options or by the settings (cluster.redis, cluster.jdbc); passwords"
                    + " by the settings alone.",
            ""
        })
final class ClusterCommand {}
