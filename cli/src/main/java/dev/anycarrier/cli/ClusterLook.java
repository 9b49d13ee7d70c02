package dev.anycarrier.cli;

import dev.anycarrier.cli.output.ClusterJson;
import dev.anycarrier.cli.output.ClusterTables;
import dev.anycarrier.cli.output.Json;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.RedisCluster;
import dev.anycarrier.cluster.status.ClusterStatus;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Shows what the nodes share and work on. */
final class ClusterLook {

    private ClusterLook() {}

    /**
     * Looks once.
     *
     * @throws UsageError if neither Redis nor PostgreSQL is named
     */
    static ExitCode at(final Settings settings, final Surroundings surroundings, final DocumentFormat output) {
        final ClusterSettings cluster = ClusterSettings.of(settings);
        if (!cluster.hasRedis() && !cluster.hasDatabase()) {
            throw new UsageError(
                    "there is nothing to look at: name Redis with --cluster or cluster.redis, PostgreSQL with"
                            + " --jdbc or cluster.jdbc, or both");
        }
        final Optional<ClusterStatus> status = cluster.hasRedis() ? Optional.of(status(cluster)) : Optional.empty();
        final Optional<List<ClusterSweepProgress>> sweeps =
                cluster.hasDatabase() ? Optional.of(sweeps(cluster)) : Optional.empty();
        if (output == DocumentFormat.JSON) {
            surroundings.out().println(Json.document(ClusterJson.of(status, sweeps)));
        } else {
            final ClusterTables tables = new ClusterTables(surroundings.out(), surroundings.colours());
            status.ifPresent(tables::print);
            sweeps.ifPresent(list -> tables.print(list, surroundings.clock().instant()));
        }
        return ExitCode.OK;
    }

    private static ClusterStatus status(final ClusterSettings cluster) {
        try (RedisCluster redis = cluster.openRedis()) {
            return redis.status();
        }
    }

    private static List<ClusterSweepProgress> sweeps(final ClusterSettings cluster) {
        try (ClusterSweeps sweeps = cluster.sweeps().build()) {
            return sweeps.identities().stream()
                    .map(sweeps::progress)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
