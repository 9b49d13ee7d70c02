package dev.anycarrier.cluster.sweep;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import javax.sql.DataSource;

/** The threads of a node that work on lanes, and pick them. Thread-safe. */
final class Workers implements AutoCloseable {

    private static final String TASKS = "anycarrier_sweep_task";
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLLING = Duration.ofMillis(250);
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(15);

    private final UnderWay underWay = new UnderWay();
    private final Scheduler scheduler;

    /** Workers that have not begun. */
    Workers(
            final DataSource source,
            final Database database,
            final Anycarrier carriers,
            final SweepsSettings settings) {
        final TimeSource time = TimeSource.system();
        final DatabaseClock clock = new DatabaseClock(database, time);
        final LaneTable lanes = new LaneTable(database);
        final ChunkWork chunks = new ChunkWork(carriers, lanes, underWay, time);
        this.scheduler = Scheduler.create(source, new LaneWork(lanes, chunks, clock, underWay, time, this::look).task())
                .schedulerName(settings::node)
                .tableName(TASKS)
                .threads(settings.workers())
                .pollingInterval(POLLING)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .clock(clock)
                .jdbcCustomization(new GradualPicking())
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(CLOSE_GRACE)
                .build();
    }

    /** Begins to work. */
    void start() {
        scheduler.start();
    }

    /** Looks for a lane now, and not only when it is time to. */
    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public void close() {
        underWay.close();
        scheduler.stop();
    }
}
