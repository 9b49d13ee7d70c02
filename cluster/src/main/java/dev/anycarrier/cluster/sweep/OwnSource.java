package dev.anycarrier.cluster.sweep;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** A pool of connections for those who bring none. */
final class OwnSource {

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    /** For polling, heartbeats, the clock, and whoever looks at progress or plans. */
    private static final int BESIDES_WORKERS = 4;

    private OwnSource() {}

    static HikariDataSource open(final String url, final SweepsSettings settings) {
        final HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("anycarrier-sweeps-" + settings.node());
        config.setMaximumPoolSize(settings.workers() + BESIDES_WORKERS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTING.toMillis());
        // Whether the database is there is seen when it is needed first.
        config.setInitializationFailTimeout(-1);
        // A connection whose other end is gone without a word is noticed.
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
