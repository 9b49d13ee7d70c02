package dev.anycarrier.cluster.sweep;

import dev.anycarrier.call.WhenStale;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The lanes, their chunks and what was kept of them, for who works on them. Each method is one statement or only reads. Thread-safe. */
final class LaneTable {

    private final Database database;

    LaneTable(final Database database) {
        this.database = database;
    }

    /**
     * Claims a lane; whoever held it before holds it no longer.
     *
     * @param version of the task as it was picked: one that was picked again since then claims nothing
     * @return empty if the lane is not to be had
     */
    Optional<Claim> claim(final int lane, final long version) {
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    update anycarrier_sweep_lane lane set fence = fence + 1
                    from anycarrier_sweep sweep
                    where lane.id = ? and sweep.id = lane.sweep and sweep.cancelled_at is null and exists (
                      select from anycarrier_sweep_task
                      where task_name = ? and task_instance = ? and picked and version = ?)
                    returning fence, account, deadline_ms, maximum_age_ms, when_stale
                    """)) {
                update.setInt(1, lane);
                update.setString(2, LaneWork.TASK);
                update.setString(3, Integer.toString(lane));
                update.setLong(4, version);
                try (ResultSet rows = update.executeQuery()) {
                    return rows.next() ? Optional.of(claim(lane, rows)) : Optional.empty();
                }
            }
        });
    }

    private static Claim claim(final int lane, final ResultSet row) throws SQLException {
        return new Claim(
                lane,
                row.getLong("fence"),
                row.getString("account"),
                new SweepPlanOptions(
                        millis(row, "deadline_ms"),
                        millis(row, "maximum_age_ms"),
                        Optional.ofNullable(row.getString("when_stale")).map(WhenStale::valueOf)));
    }

    private static Optional<Duration> millis(final ResultSet row, final String column) throws SQLException {
        final long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /**
     * What is left of the chunk whose turn it is, or empty if all have ended. While the claim holds, nobody else adds to
     * it.
     */
    Optional<Chunk> nextChunk(final Claim claim) {
        return database.call(connection -> {
            try (PreparedStatement query = connection.prepareStatement("""
                    (select chunk.id, sims from anycarrier_sweep_chunk chunk
                      join anycarrier_sweep_lane lane on lane.id = chunk.lane
                      where lane.id = ? and not ended and number >= next_chunk order by number limit 1)
                    union all
                    (select id, sims from anycarrier_sweep_chunk
                      where lane = ? and not ended order by number limit 1)
                    limit 1
                    """)) {
                query.setInt(1, claim.lane());
                query.setInt(2, claim.lane());
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(chunk(connection, claim, rows.getInt(1), rows.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    private static Chunk chunk(final Connection connection, final Claim claim, final int id, final String sims)
            throws SQLException {
        final BitSet kept = kept(connection, id);
        return new Chunk(
                id,
                SimLines.read(claim.account(), sims).stream()
                        .filter(sim -> !kept.get(sim.place()))
                        .toList());
    }

    private static BitSet kept(final Connection connection, final int chunk) throws SQLException {
        final BitSet places = new BitSet();
        try (PreparedStatement query =
                connection.prepareStatement("select place from anycarrier_sweep_outcome where chunk = ?")) {
            query.setInt(1, chunk);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    places.set(rows.getInt(1));
                }
            }
        }
        return places;
    }

    /**
     * Keeps outcomes, each unless one is kept of its SIM already: so it may be called again when it is not known what came
     * of it.
     *
     * @return whether the claim holds; if not, nothing was kept
     */
    boolean keep(final Claim claim, final int chunk, final List<KeptOutcome> outcomes) {
        return database.call(connection -> {
            try (PreparedStatement keep =
                    connection.prepareStatement("select anycarrier_sweep_keep(?, ?, ?, ?, ?, ?)")) {
                keep.setInt(1, claim.lane());
                keep.setLong(2, claim.fence());
                keep.setInt(3, chunk);
                keep.setArray(4, connection.createArrayOf("int2", places(outcomes)));
                keep.setArray(5, connection.createArrayOf("int2", kinds(outcomes)));
                keep.setArray(6, connection.createArrayOf("bytea", bodies(outcomes)));
                try (ResultSet rows = keep.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1);
                }
            }
        });
    }

    private static Short[] places(final List<KeptOutcome> outcomes) {
        return outcomes.stream().map(outcome -> (short) outcome.place()).toArray(Short[]::new);
    }

    private static Short[] kinds(final List<KeptOutcome> outcomes) {
        return outcomes.stream().map(KeptOutcome::kind).toArray(Short[]::new);
    }

    private static byte[][] bodies(final List<KeptOutcome> outcomes) {
        return outcomes.stream().map(KeptOutcome::body).toArray(byte[][]::new);
    }

    /**
     * The next chunk's turn comes.
     *
     * @param ended whether this one has an outcome for every SIM
     * @return false if the claim does not hold any more
     */
    boolean pass(final Claim claim, final Chunk chunk, final boolean ended) {
        return database.call(connection -> {
            try (PreparedStatement pass = connection.prepareStatement("select anycarrier_sweep_pass(?, ?, ?, ?)")) {
                pass.setInt(1, claim.lane());
                pass.setLong(2, claim.fence());
                pass.setInt(3, chunk.id());
                pass.setBoolean(4, ended);
                try (ResultSet rows = pass.executeQuery()) {
                    rows.next();
                    return rows.getBoolean(1);
                }
            }
        });
    }
}
