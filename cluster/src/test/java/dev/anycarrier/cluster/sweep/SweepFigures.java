package dev.anycarrier.cluster.sweep;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import dev.anycarrier.cluster.testing.PostgresServer;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.usage.SimRef;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Measures planning, working and reading on this machine, the database on it too. Arguments: SIMs to plan, SIMs to ask. */
final class SweepFigures {

    private static final TimeSource TIME = TimeSource.system();

    private SweepFigures() {}

    /** Prints the figures. */
    public static void main(final String[] arguments) throws SQLException, InterruptedException {
        final int planned = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        final int asked = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        try (PostgresServer server = PostgresServer.start()) {
            plan(server, planned);
            work(server, asked);
        }
    }

    private static void plan(final PostgresServer server, final int sims) throws SQLException {
        final String url = Schemas.next(server);
        try (ClusterSweeps sweeps = ClusterSweeps.builder().database(url).build()) {
            sweeps.plan("warm", sims(10_000), SweepPlanOptions.defaults());
            sweeps.forget("warm");
            final long start = TIME.nanoTime();
            sweeps.plan("plan", sims(sims), SweepPlanOptions.defaults());
            print("planned", sims, TIME.nanoTime() - start);
            System.out.printf("bytes per planned SIM: %.1f%n", (double) size(url, "chunk") / sims);
            final long again = TIME.nanoTime();
            sweeps.forget("plan");
            print("forgotten", sims, TIME.nanoTime() - again);
        }
    }

    private static void work(final PostgresServer server, final int sims) throws SQLException, InterruptedException {
        final String url = Schemas.next(server);
        try (Anycarrier carriers = new MemoryCarrier(Duration.ZERO, sim -> {}).open();
                ClusterSweeps sweeps =
                        ClusterSweeps.builder().database(url).carriers(carriers).build()) {
            sweep(sweeps, "warm", sims / 10);
            final long start = TIME.nanoTime();
            sweep(sweeps, "work", sims);
            print("asked and kept", sims, TIME.nanoTime() - start);
            System.out.printf("bytes per outcome: %.1f%n", (double) size(url, "outcome") / (sims + sims / 10));
            final long reading = TIME.nanoTime();
            print("read", (int) sweeps.outcomes("work").count(), TIME.nanoTime() - reading);
        }
    }

    private static void sweep(final ClusterSweeps sweeps, final String identity, final int sims)
            throws InterruptedException {
        sweeps.plan(identity, sims(sims), SweepPlanOptions.defaults().withMaximumAge(Duration.ZERO));
        while (sweeps.progress(identity).orElseThrow().state() != State.ENDED) {
            TIME.sleep(Duration.ofMillis(50));
        }
    }

    private static Iterable<SimRef> sims(final int count) {
        return () -> MemoryCarrier.stream(count).iterator();
    }

    private static void print(final String what, final int sims, final long nanos) {
        System.out.printf("%s: %d SIMs in %.2f s, %.0f per second%n", what, sims, nanos / 1e9, sims / (nanos / 1e9));
    }

    private static long size(final String url, final String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
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
