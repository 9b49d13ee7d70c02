package dev.anycarrier.cluster.sweep;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, made and changed by versioned scripts. Nodes that start together wait for each other. */
final class SweepSchema {

    // No name of a package, so that a module does not hide what is in it.
    private static final String SCRIPTS = "classpath:META-INF/anycarrier/sweeps";

    private SweepSchema() {}

    /** Brings the connection's schema, in which other tables may be, up to date. */
    static void migrate(final DataSource source) {
        Flyway.configure(SweepSchema.class.getClassLoader())
                .dataSource(source)
                .locations(SCRIPTS)
                .table("anycarrier_sweep_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
