package dev.anycarrier.cluster.sweep;

import dev.anycarrier.usage.SimRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Plans a sweep in one transaction: whoever dies in the middle has planned nothing. SIMs pass through in portions, and the
 * database takes out duplicates and makes the chunks. Thread-safe.
 */
final class SweepPlanning {

    private static final int PORTION = 20_000;

    private final Database database;
    private final int lanes;
    private final int chunkSize;

    SweepPlanning(final Database database, final int lanes, final int chunkSize) {
        this.database = database;
        this.lanes = lanes;
        this.chunkSize = chunkSize;
    }

    /** Plans, or joins what has been planned, for which it waits if that is under way. */
    PlannedSweep plan(final String identity, final Iterable<SimRef> sims, final SweepPlanOptions options) {
        while (true) {
            final Optional<PlannedSweep> planned = database.atOnce(connection -> {
                final Optional<Integer> own = begin(connection, identity, options);
                return own.isPresent()
                        ? Optional.of(new PlannedSweep(identity, fill(connection, own.get(), sims), false))
                        : joined(connection, identity);
            });
            // Empty if it was forgotten just now.
            if (planned.isPresent()) {
                return planned.get();
            }
        }
    }

    private static Optional<Integer> begin(
            final Connection connection, final String identity, final SweepPlanOptions options) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into anycarrier_sweep (identity, deadline_ms, maximum_age_ms, when_stale) values (?, ?, ?, ?)"
                        + " on conflict (identity) do nothing returning id")) {
            insert.setString(1, identity);
            setMillis(insert, 2, options.deadline());
            setMillis(insert, 3, options.maximumAge());
            insert.setString(4, options.whenStale().map(Enum::name).orElse(null));
            try (ResultSet rows = insert.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }

    private static void setMillis(final PreparedStatement statement, final int index, final Optional<Duration> time)
            throws SQLException {
        if (time.isPresent()) {
            statement.setLong(index, Millis.of(time.get()));
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    private static Optional<PlannedSweep> joined(final Connection connection, final String identity)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select planned from anycarrier_sweep where identity = ?")) {
            query.setString(1, identity);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new PlannedSweep(identity, rows.getLong(1), true)) : Optional.empty();
            }
        }
    }

    /** Returns how many SIMs there are. */
    private long fill(final Connection connection, final int sweep, final Iterable<SimRef> sims) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Between two portions a planner that stands still is given up, so that another one's turn comes.
            statement.execute("set local idle_in_transaction_session_timeout = '5min'");
            statement.execute("set local work_mem = '64MB'");
            statement.execute(
                    "create temp table anycarrier_given (position bigint, account text, sim text)" + " on commit drop");
            final long given = copy(connection, sims);
            statement.execute("analyze anycarrier_given");
            statement.execute(PlanSql.chunksOf(chunkSize));
            statement.execute("analyze anycarrier_planned");
            statement.execute(PlanSql.lanes(sweep, lanes));
            statement.execute(PlanSql.chunks(sweep));
            statement.execute(PlanSql.tasks(sweep));
            try (ResultSet rows = statement.executeQuery(PlanSql.end(sweep, given))) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long copy(final Connection connection, final Iterable<SimRef> sims) throws SQLException {
        final CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        final Iterator<SimRef> iterator = sims.iterator();
        try {
            long position = 0;
            while (iterator.hasNext()) {
                final StringBuilder portion = new StringBuilder();
                for (int count = 0; count < PORTION && iterator.hasNext(); count++) {
                    final SimRef sim = iterator.next();
                    // Neither names nor identifiers have characters that would have to be escaped.
                    portion.append(position++)
                            .append('\t')
                            .append(sim.account())
                            .append('\t')
                            .append(SimLines.line(sim.sim()))
                            .append('\n');
                }
                copying.copyIn(
                        "copy anycarrier_given from stdin",
                        new ByteArrayInputStream(portion.toString().getBytes(StandardCharsets.US_ASCII)));
            }
            return position;
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            close(iterator);
        }
    }

    private static void close(final Iterator<SimRef> iterator) {
        if (iterator instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (final RuntimeException e) {
                throw e;
            } catch (final Exception e) {
                throw new IllegalStateException("the input of the sweep could not be closed", e);
            }
        }
    }
}
