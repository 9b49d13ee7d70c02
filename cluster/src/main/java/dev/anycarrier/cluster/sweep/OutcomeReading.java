package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The outcomes of a sweep, chunk by chunk; between two chunks no connection is held. Not thread-safe. */
final class OutcomeReading extends Spliterators.AbstractSpliterator<SweepOutcome> {

    private final Database database;
    private final int sweep;
    private final OutcomeCodec codec = new OutcomeCodec();
    private int lastChunk = -1;
    private Iterator<SweepOutcome> read = List.<SweepOutcome>of().iterator();

    private OutcomeReading(final Database database, final int sweep) {
        super(Long.MAX_VALUE, Spliterator.NONNULL);
        this.database = database;
        this.sweep = sweep;
    }

    static Stream<SweepOutcome> of(final Database database, final int sweep) {
        return StreamSupport.stream(new OutcomeReading(database, sweep), false);
    }

    @Override
    public boolean tryAdvance(final Consumer<? super SweepOutcome> action) {
        while (!read.hasNext()) {
            final Optional<List<SweepOutcome>> next = database.call(this::next);
            if (next.isEmpty()) {
                return false;
            }
            read = next.get().iterator();
        }
        action.accept(read.next());
        return true;
    }

    private Optional<List<SweepOutcome>> next(final Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select chunk.id, account, sims, cancelled_at is not null
                from anycarrier_sweep_chunk chunk
                join anycarrier_sweep_lane lane on lane.id = chunk.lane
                join anycarrier_sweep sweep on sweep.id = chunk.sweep
                where chunk.sweep = ? and chunk.id > ? order by chunk.id limit 1
                """)) {
            query.setInt(1, sweep);
            query.setInt(2, lastChunk);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                lastChunk = rows.getInt(1);
                return Optional.of(outcomes(
                        kept(connection), SimLines.read(rows.getString(2), rows.getString(3)), rows.getBoolean(4)));
            }
        }
    }

    private Map<Integer, KeptOutcome> kept(final Connection connection) throws SQLException {
        final Map<Integer, KeptOutcome> kept = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("select place, kind, body from anycarrier_sweep_outcome where chunk = ?")) {
            query.setInt(1, lastChunk);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    kept.put(rows.getInt(1), new KeptOutcome(rows.getInt(1), rows.getShort(2), rows.getBytes(3)));
                }
            }
        }
        return kept;
    }

    private List<SweepOutcome> outcomes(
            final Map<Integer, KeptOutcome> kept, final List<PlacedSim> sims, final boolean cancelled) {
        final List<SweepOutcome> outcomes = new ArrayList<>();
        for (final PlacedSim sim : sims) {
            final KeptOutcome outcome = kept.get(sim.place());
            if (outcome != null) {
                outcomes.add(codec.read(outcome, sim.sim(), sim.position()));
            } else if (cancelled) {
                outcomes.add(new Skipped(sim.sim(), sim.position(), Reason.CANCELLED));
            }
        }
        return outcomes;
    }
}
