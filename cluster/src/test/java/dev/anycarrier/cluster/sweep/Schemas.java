package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.testing.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Schemas of one server, so that what one test leaves undone is no work for the nodes of another. */
final class Schemas {

    private static final AtomicInteger MADE = new AtomicInteger();

    private Schemas() {}

    /** The JDBC URL of a new one. */
    static String next(final PostgresServer server) {
        final String name = "schema_" + MADE.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (final SQLException e) {
            throw new IllegalStateException("no schema", e);
        }
        return server.jdbcUrl() + "&currentSchema=" + name;
    }
}
