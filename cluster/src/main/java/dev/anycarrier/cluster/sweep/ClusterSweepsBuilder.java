package dev.anycarrier.cluster.sweep;

import com.zaxxer.hikari.HikariDataSource;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gathers what a node's {@link ClusterSweeps} are made of. Not thread-safe. */
public final class ClusterSweepsBuilder {

    private @Nullable DataSource source;
    private @Nullable String url;
    private @Nullable Anycarrier carriers;
    private SweepsSettings settings =
            new SweepsSettings("node-" + ProcessHandle.current().pid(), 4, 500, 8, Duration.ofSeconds(10));
    private boolean migrates = true;

    ClusterSweepsBuilder() {}

    /** A data source of PostgreSQL connections; some more than there are workers are worth having. It stays open. */
    public ClusterSweepsBuilder database(final DataSource newSource) {
        this.source = newSource;
        return this;
    }

    /** The JDBC URL of a PostgreSQL database, for which an own pool of connections is made. */
    public ClusterSweepsBuilder database(final String jdbcUrl) {
        this.url = jdbcUrl;
        return this;
    }

    /** Whose accounts the SIMs are asked under. Without, this node plans and looks, and leaves the work to others. */
    public ClusterSweepsBuilder carriers(final Anycarrier newCarriers) {
        this.carriers = newCarriers;
        return this;
    }

    /** The name of the node, 1 to 64 characters, for those who look at progress; by default from the process id. */
    public ClusterSweepsBuilder node(final String name) {
        settings = new SweepsSettings(
                name, settings.lanes(), settings.chunkSize(), settings.workers(), settings.heartbeat());
        return this;
    }

    /** Into how many parts plans divide an account's SIMs, 1 to 64: no more nodes work on it at a time. By default 4. */
    public ClusterSweepsBuilder lanesPerAccount(final int lanes) {
        settings = new SweepsSettings(
                settings.node(), lanes, settings.chunkSize(), settings.workers(), settings.heartbeat());
        return this;
    }

    /** How many SIMs plans put into a chunk, 1 to 10,000; by default 500. */
    public ClusterSweepsBuilder chunkSize(final int sims) {
        settings =
                new SweepsSettings(settings.node(), settings.lanes(), sims, settings.workers(), settings.heartbeat());
        return this;
    }

    /** How many lanes this node works on at a time, of whatever accounts: 0 to 256, by default 8. */
    public ClusterSweepsBuilder workers(final int workers) {
        settings = new SweepsSettings(
                settings.node(), settings.lanes(), settings.chunkSize(), workers, settings.heartbeat());
        return this;
    }

    /** How often the node says that it is alive; missed four times, others take over. By default 10 s, at least 100 ms. */
    public ClusterSweepsBuilder heartbeat(final Duration every) {
        settings =
                new SweepsSettings(settings.node(), settings.lanes(), settings.chunkSize(), settings.workers(), every);
        return this;
    }

    /** Whether the tables are made and brought up to date, by scripts with a history of their own. By default they are. */
    public ClusterSweepsBuilder migrate(final boolean newMigrates) {
        this.migrates = newMigrates;
        return this;
    }

    /**
     * Opens the database and begins to work.
     *
     * @throws IllegalStateException if no database was given, or the tables cannot be brought up to date
     * @throws UsageException if the database does not answer
     */
    public ClusterSweeps build() {
        final Optional<HikariDataSource> own = ownSource();
        try {
            final DataSource used = own.isPresent() ? own.get() : Objects.requireNonNull(source);
            if (migrates) {
                SweepSchema.migrate(used, new Database(used));
            }
            final Optional<Anycarrier> working = Optional.ofNullable(carriers).filter(any -> settings.workers() > 0);
            final ClusterSweeps built = new ClusterSweeps(used, own, working, settings);
            built.start();
            return built;
        } catch (final RuntimeException | Error e) {
            own.ifPresent(HikariDataSource::close);
            throw e;
        }
    }

    private Optional<HikariDataSource> ownSource() {
        if (source != null) {
            return Optional.empty();
        }
        if (url == null) {
            throw new IllegalStateException("no database was given");
        }
        return Optional.of(OwnSource.open(url, settings));
    }
}
