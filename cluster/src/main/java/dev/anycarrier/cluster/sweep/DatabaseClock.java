package dev.anycarrier.cluster.sweep;

import com.github.kagkarlsson.scheduler.Clock;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The database's clock, which all nodes share; nodes' own clocks may be wrong. Read now and then, and in between told from
 * the monotonic clock, which also bridges the time in which the database is away. Thread-safe.
 */
final class DatabaseClock implements Clock {

    private static final long GOOD_FOR = TimeUnit.SECONDS.toNanos(5);

    private final Database database;
    private final TimeSource time;
    private final AtomicReference<Reading> last;
    private final AtomicBoolean reading = new AtomicBoolean();

    /** Reads the clock for the first time. */
    DatabaseClock(final Database database, final TimeSource time) {
        this.database = database;
        this.time = time;
        this.last = new AtomicReference<>(read());
    }

    private record Reading(Instant database, long at) {}

    @Override
    public Instant now() {
        if (time.nanoTime() - known().at() > GOOD_FOR && reading.compareAndSet(false, true)) {
            try {
                last.set(read());
            } catch (final UsageException away) {
                // The next try is as far away as the next regular reading.
                last.set(new Reading(now(known()), time.nanoTime()));
            } finally {
                reading.set(false);
            }
        }
        return now(known());
    }

    private Reading known() {
        return Objects.requireNonNull(last.get());
    }

    private Instant now(final Reading from) {
        return from.database().plusNanos(time.nanoTime() - from.at());
    }

    private Reading read() {
        return database.call(connection -> {
            try (Statement statement = connection.createStatement()) {
                final long before = time.nanoTime();
                try (ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
                    rows.next();
                    final Instant read = rows.getTimestamp(1).toInstant();
                    return new Reading(read, before + (time.nanoTime() - before) / 2);
                }
            }
        });
    }
}
