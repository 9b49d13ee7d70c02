package dev.anycarrier.benchmarks.cluster;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.benchmarks.Processes;
import dev.anycarrier.benchmarks.server.ServerProcess;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.cluster.sweep.SweepPlanOptions;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.cluster.testing.RedisServer;
import dev.anycarrier.usage.SimRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;

/**
 * A sweep of one node, with everything it needs on this machine: planned, asked over HTTP under limits on Redis, kept, and
 * read.
 */
final class SharedSweeps {

    private static final int SIMS_OF_A_CHUNK = 500;
    private static final int WARM_UP = 20_000;
    private static final long LOOK_MILLIS = 100;

    private final Table table;
    private final int sims;

    private SharedSweeps(final Table table, final int sims) {
        this.table = table;
        this.sims = sims;
    }

    /** Measures it with so many SIMs. */
    static void measure(final Table table, final int sims) throws SQLException, InterruptedException {
        try (RedisServer redis = RedisServer.start();
                RedisStatistics statistics = new RedisStatistics(redis.port());
                PostgresServer database = PostgresServer.start();
                ServerProcess carrier = ServerProcess.start(new Processes());
                Anycarrier carriers = Nodes.first(redis.uri(), carrier.address());
                ClusterSweeps sweeps = ClusterSweeps.builder()
                        .database(database.jdbcUrl())
                        .chunkSize(SIMS_OF_A_CHUNK)
                        .carriers(carriers)
                        .build()) {
            final SharedSweeps measured = new SharedSweeps(table, sims);
            measured.plan(database);
            measured.sweep(sweeps, "warm", sims, WARM_UP);
            sweeps.forget("warm");
            measured.work(sweeps, statistics, database);
        }
    }

    private void plan(final PostgresServer database) throws SQLException {
        try (ClusterSweeps planning =
                ClusterSweeps.builder().database(database.jdbcUrl()).build()) {
            planning.plan("warm", sims(0, WARM_UP), SweepPlanOptions.defaults());
            planning.forget("warm");
            final long start = System.nanoTime();
            planning.plan("plan", sims(0, sims), SweepPlanOptions.defaults());
            table.whole("SIMs planned a second", sims / seconds(start));
            table.whole("bytes of a planned SIM in PostgreSQL", (double) size(database, "chunk") / sims);
            planning.forget("plan");
        }
    }

    private void work(final ClusterSweeps sweeps, final RedisStatistics redis, final PostgresServer database)
            throws SQLException, InterruptedException {
        final long memory = redis.memory();
        final double seconds = sweep(sweeps, "work", 0, sims);
        table.whole("SIMs asked and kept a second, by one node", sims / seconds);
        table.fraction("chunks of " + SIMS_OF_A_CHUNK + " a second", sims / seconds / SIMS_OF_A_CHUNK);
        table.whole("bytes of a SIM in Redis: its value, permit and name", (double) (redis.memory() - memory) / sims);
        table.whole("bytes of an outcome in PostgreSQL", (double) size(database, "outcome") / sims);
        final long reading = System.nanoTime();
        final long read = sweeps.outcomes("work").count();
        table.whole("outcomes read a second", read / seconds(reading));
        if (read != sims) {
            throw new IllegalStateException(read + " outcomes of " + sims + " SIMs");
        }
    }

    /** How many seconds it takes, planning left out. */
    private double sweep(final ClusterSweeps sweeps, final String identity, final int from, final int count)
            throws InterruptedException {
        sweeps.plan(identity, sims(from, count), SweepPlanOptions.defaults());
        final long start = System.nanoTime();
        ClusterSweepProgress progress = sweeps.progress(identity).orElseThrow();
        while (progress.state() != ClusterSweepProgress.State.ENDED) {
            Thread.sleep(LOOK_MILLIS);
            progress = sweeps.progress(identity).orElseThrow();
        }
        if (progress.done() != count) {
            throw new IllegalStateException("not all were read: " + progress);
        }
        return seconds(start);
    }

    private static Iterable<SimRef> sims(final int from, final int count) {
        return () -> IntStream.range(from, from + count).mapToObj(Nodes::sim).iterator();
    }

    private static double seconds(final long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Without what was written over. */
    private static long size(final PostgresServer database, final String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum full anycarrier_sweep_" + table);
            try (ResultSet rows =
                    statement.executeQuery("select pg_total_relation_size('anycarrier_sweep_" + table + "')")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
