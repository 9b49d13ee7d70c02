package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.sweep.ClusterSweepProgress.State;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sums up the lanes of a sweep. Thread-safe. */
final class ProgressReading {

    private static final double MINUTE = 60;
    private static final Duration LONGEST_FORECAST = Duration.ofDays(3650);

    private final Database database;

    ProgressReading(final Database database) {
        this.database = database;
    }

    /** How far a sweep is, or empty if there is none of that identity. */
    Optional<ClusterSweepProgress> read(final String identity) {
        return database.call(connection -> {
            // What counts of the minute before is as much of it as lies within the last sixty seconds.
            try (PreparedStatement query = connection.prepareStatement("""
                    with now as (select clock_timestamp() as now, extract(epoch from clock_timestamp()) / 60 as minutes)
                    select now, planned, planned_at, cancelled_at, max(ended_at) as ended_at,
                      coalesce(bool_and(ended_chunks = chunks), true) as all_ended,
                      coalesce(sum(done), 0) as done, coalesce(sum(stale), 0) as stale,
                      coalesce(sum(failed), 0) as failed, coalesce(sum(skipped), 0) as skipped,
                      coalesce(sum(case minute
                        when floor(minutes) then in_minute + in_minute_before * (1 - (minutes - floor(minutes)))
                        when floor(minutes) - 1 then in_minute * (1 - (minutes - floor(minutes)))
                        else 0 end), 0) as lately,
                      array_remove(array_agg(distinct picked_by order by picked_by), null) as nodes
                    from now, anycarrier_sweep sweep
                    left join anycarrier_sweep_lane lane on lane.sweep = sweep.id
                    left join anycarrier_sweep_task task
                      on task_name = ? and task_instance = lane.id::text and picked
                    where identity = ?
                    group by now, planned, planned_at, cancelled_at
                    """)) {
                query.setString(1, LaneWork.TASK);
                query.setString(2, identity);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(progress(identity, rows)) : Optional.empty();
                }
            }
        });
    }

    private static ClusterSweepProgress progress(final String identity, final ResultSet row) throws SQLException {
        final Instant now = row.getTimestamp("now").toInstant();
        final Instant start = row.getTimestamp("planned_at").toInstant();
        final Optional<Instant> cancelled = instant(row, "cancelled_at");
        final boolean ended = row.getBoolean("all_ended");
        final State state = cancelled.isPresent() ? State.CANCELLED : ended ? State.ENDED : State.UNDER_WAY;
        final Instant end =
                state == State.UNDER_WAY ? now : cancelled.or(() -> endOf(row)).orElse(start);
        final long planned = row.getLong("planned");
        final long asked = row.getLong("done") + row.getLong("stale") + row.getLong("failed");
        final long skipped = state == State.CANCELLED ? planned - asked : row.getLong("skipped");
        final Duration elapsed = Duration.between(start, end.isBefore(start) ? start : end);
        final double perSecond = state == State.UNDER_WAY
                ? row.getDouble("lately") / Math.max(1, Math.min(MINUTE, elapsed.toMillis() / 1000.0))
                : (asked + skipped) / Math.max(1, elapsed.toMillis() / 1000.0);
        return new ClusterSweepProgress(
                identity,
                state,
                planned,
                row.getLong("done"),
                row.getLong("stale"),
                row.getLong("failed"),
                skipped,
                perSecond,
                elapsed,
                state == State.UNDER_WAY
                        ? forecast(planned - asked - skipped, perSecond).map(now::plus)
                        : Optional.empty(),
                List.of((String[]) array(row.getArray("nodes"))));
    }

    private static Object array(final Array array) throws SQLException {
        return array.getArray();
    }

    private static Optional<Duration> forecast(final long remaining, final double perSecond) {
        if (perSecond <= 0) {
            return Optional.empty();
        }
        final double seconds = remaining / perSecond;
        return seconds > LONGEST_FORECAST.toSeconds()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (seconds * 1000)));
    }

    private static Optional<Instant> endOf(final ResultSet row) {
        try {
            return instant(row, "ended_at");
        } catch (final SQLException e) {
            throw new IllegalStateException("the end of a sweep could not be read");
        }
    }

    private static Optional<Instant> instant(final ResultSet row, final String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(java.sql.Timestamp::toInstant);
    }
}
