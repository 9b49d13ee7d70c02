package dev.anycarrier.cluster.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL on a free port of this machine, in a temporary folder that outlives its restarts. Needs the programs
 * of a distribution's package, which need not be on the path; as root it runs as the user {@code postgres}, since it
 * refuses to run as root. Its methods are for one thread at a time.
 */
public final class PostgresServer extends RestartableServer {

    /** The user and the database there are; there is no password. */
    public static final String USER = "postgres";

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs = programs();

    private PostgresServer() {
        super(Places.newFolder("postgres"));
        if (ROOT) {
            ServerProcess.run(List.of("chown", USER, folder().toString()));
        }
        ServerProcess.run(asUser(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync")));
    }

    /** Makes one and waits until it answers. */
    public static PostgresServer start() {
        final PostgresServer server = new PostgresServer();
        server.startAgain();
        return server;
    }

    /** Where it is, its user included. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=" + USER;
    }

    @Override
    String farewell() {
        return "INT";
    }

    @Override
    ServerProcess launch() {
        return ServerProcess.start(
                asUser(List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data(),
                        "-p",
                        Integer.toString(port()),
                        "-k",
                        folder().toString(),
                        "-c",
                        "listen_addresses=127.0.0.1")),
                "database system is ready to accept connections");
    }

    private String data() {
        return folder().resolve("data").toString();
    }

    private static List<String> asUser(final List<String> command) {
        if (!ROOT) {
            return command;
        }
        final List<String> wrapped = new ArrayList<>(List.of("runuser", "-u", USER, "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static Path programs() {
        final Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no initdb under " + versions));
        } catch (final IOException e) {
            throw new UncheckedIOException("PostgreSQL is not installed", e);
        }
    }
}
