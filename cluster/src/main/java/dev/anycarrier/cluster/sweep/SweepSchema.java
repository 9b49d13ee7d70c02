package dev.anycarrier.cluster.sweep;

import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, made and changed by versioned scripts. */
final class SweepSchema {

    // No name of a package, so that a module does not hide what is in it.
    private static final String SCRIPTS = "classpath:META-INF/anycarrier/sweeps";

    /** Of this library alone, whatever else locks there are. */
    private static final long LOCK = 0x616e_7963_6172L;

    private SweepSchema() {}

    /**
     * Brings the connection's schema, in which other tables may be, up to date. Nodes that start together wait for each
     * other: Flyway itself does so only once its own table is there.
     *
     * @throws IllegalStateException if that cannot be done
     */
    static void migrate(final DataSource source, final Database database) {
        final int applied = database.atOnce(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            return migrate(source);
        });
        assert applied >= 0;
    }

    private static int migrate(final DataSource source) {
        try {
            return Flyway.configure(SweepSchema.class.getClassLoader())
                    .dataSource(source)
                    .locations(SCRIPTS)
                    .table("anycarrier_sweep_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (final FlywayException e) {
            throw new IllegalStateException("the tables of the sweeps cannot be brought up to date", e);
        }
    }
}
