package dev.anycarrier.cluster.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whole sweeps: finding, cancelling and forgetting them. Thread-safe. */
final class SweepTable {

    private static final int MOST = 100;

    private final Database database;

    SweepTable(final Database database) {
        this.database = database;
    }

    /** The number of a sweep, or empty if there is none of that identity. */
    OptionalInt find(final String identity) {
        return database.call(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select id from anycarrier_sweep where identity = ?")) {
                query.setString(1, identity);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
                }
            }
        });
    }

    /** Those that are planned, the last first. */
    List<String> identities() {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                            "select identity from anycarrier_sweep order by planned_at desc, id desc limit " + MOST);
                    ResultSet rows = query.executeQuery()) {
                final List<String> identities = new ArrayList<>();
                while (rows.next()) {
                    identities.add(rows.getString(1));
                }
                return List.copyOf(identities);
            }
        });
    }

    /** Ends a sweep where it is; false if there is none that goes on. */
    boolean cancel(final String identity) {
        return database.atOnce(connection -> {
            final Optional<Integer> sweep = firstOf(connection, """
                    update anycarrier_sweep sweep set cancelled_at = clock_timestamp()
                    where identity = ? and cancelled_at is null and exists (
                      select from anycarrier_sweep_lane where sweep = sweep.id and ended_chunks < chunks)
                    returning id
                    """, identity);
            if (sweep.isEmpty()) {
                return false;
            }
            // From here on nothing more is kept.
            update(connection, "update anycarrier_sweep_lane set fence = fence + 1 where sweep = ?", sweep.get());
            removeTasks(connection, sweep.get());
            return true;
        });
    }

    /** Removes everything of a sweep; false if there is nothing. */
    boolean forget(final String identity) {
        return database.atOnce(connection -> {
            final Optional<Integer> sweep =
                    firstOf(connection, "select id from anycarrier_sweep where identity = ? for update", identity);
            if (sweep.isEmpty()) {
                return false;
            }
            removeTasks(connection, sweep.get());
            // The lanes first: whoever works on one is waited for, and keeps nothing afterwards.
            update(connection, "delete from anycarrier_sweep_lane where sweep = ?", sweep.get());
            update(connection, """
                    delete from anycarrier_sweep_outcome using anycarrier_sweep_chunk chunk
                    where chunk.sweep = ? and chunk.id = anycarrier_sweep_outcome.chunk
                    """, sweep.get());
            update(connection, "delete from anycarrier_sweep_chunk where sweep = ?", sweep.get());
            update(connection, "delete from anycarrier_sweep where id = ?", sweep.get());
            return true;
        });
    }

    private static void removeTasks(final Connection connection, final int sweep) throws SQLException {
        update(
                connection,
                "delete from anycarrier_sweep_task using anycarrier_sweep_lane lane where lane.sweep = ?"
                        + " and task_name = '" + LaneWork.TASK + "' and task_instance = lane.id::text",
                sweep);
    }

    private static Optional<Integer> firstOf(final Connection connection, final String sql, final String identity)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, identity);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }

    private static void update(final Connection connection, final String sql, final int sweep) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, sweep);
            statement.executeUpdate();
        }
    }
}
