package dev.anycarrier.benchmarks.cluster;

import dev.anycarrier.benchmarks.report.Machine;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Prints what a cluster costs, for docs/cluster.md. Argument: how many SIMs the sweep has. Redis and PostgreSQL have to be
 * installed.
 */
public final class ClusterFigures {

    private static final int SIMS = 300_000;

    private ClusterFigures() {}

    /** Measures and prints. */
    public static void main(final String... arguments) throws IOException, SQLException, InterruptedException {
        final int sims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SIMS;
        final Table table =
                new Table(Machine.here().text() + ", " + LocalDate.now(ZoneOffset.UTC) + ", " + sims + " SIMs");
        RoundTrips.measure(table);
        SharedSweeps.measure(table, sims);
    }
}
