package dev.anycarrier.cluster.sweep;

import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Where everything of the sweeps is kept. Thread-safe. */
final class Database {

    private static final int LONG_WORK = (int) TimeUnit.HOURS.toMillis(1);
    private static final String NO_SUCH_TABLE = "42P01";

    /** Class 28 of SQL: invalid authorization. */
    private static final String REFUSED = "28";

    private final DataSource source;

    Database(final DataSource source) {
        this.source = source;
    }

    /**
     * Runs statements, each a transaction of its own.
     *
     * @throws UsageException unavailable for a local cause, if the database does not do it
     */
    <T> T call(final Work<T> work) {
        return run(true, work);
    }

    /** Runs statements that may take long in one transaction; as {@link #call} otherwise. Whatever is thrown rolls it back. */
    <T> T atOnce(final Work<T> work) {
        return run(false, connection -> {
            final int patience = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, LONG_WORK);
            boolean through = false;
            try {
                final T result = work.with(connection);
                connection.commit();
                through = true;
                return result;
            } finally {
                if (!connection.isClosed()) {
                    if (!through) {
                        connection.rollback();
                    }
                    connection.setNetworkTimeout(Runnable::run, patience);
                }
            }
        });
    }

    private <T> T run(final boolean eachAlone, final Work<T> work) {
        try (Connection connection = source.getConnection()) {
            final boolean before = connection.getAutoCommit();
            connection.setAutoCommit(eachAlone);
            try {
                return work.with(connection);
            } finally {
                if (!connection.isClosed()) {
                    connection.setAutoCommit(before);
                }
            }
        } catch (final SQLException e) {
            throw failure(e);
        }
    }

    /** Without the database's own words, which may hold what is in its tables. */
    private static UsageException failure(final SQLException cause) {
        final String state = String.valueOf(cause.getSQLState());
        return UsageException.unavailable(UnavailableCause.LOCAL, detail(state))
                .retryable(!state.startsWith(REFUSED) && !NO_SUCH_TABLE.equals(state))
                .build();
    }

    private static String detail(final String state) {
        if (NO_SUCH_TABLE.equals(state)) {
            return "the database has no tables of the sweeps; migrate it first";
        }
        return state.startsWith(REFUSED)
                ? "the database of the sweeps refuses the user or the password; look at cluster.jdbc-user and"
                        + " cluster.jdbc-password, or at what the DataSource was given (SQL state " + state + ")"
                : "the database of the sweeps did not do what it was asked (SQL state " + state + ")";
    }

    /** Something to do with a connection, on one thread. */
    @FunctionalInterface
    interface Work<T> {

        /** Does it. */
        T with(Connection connection) throws SQLException;
    }
}
