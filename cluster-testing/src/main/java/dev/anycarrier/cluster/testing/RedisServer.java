package dev.anycarrier.cluster.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis on a free port of this machine, in a temporary folder. It keeps nothing over a restart, unless it is started
 * with {@code --appendonly yes}. Needs {@code redis-server} on the path. Its methods are for one thread at a time.
 */
public final class RedisServer extends RestartableServer {

    private final List<String> options;

    private RedisServer(final List<String> options) {
        super(Places.newFolder("redis"));
        this.options = options;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options more arguments of {@code redis-server}
     */
    public static RedisServer start(final String... options) {
        final RedisServer server = new RedisServer(List.of(options));
        server.startAgain();
        return server;
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port());
    }

    /** Kills it and starts it again, empty. */
    public void restartEmpty() {
        kill();
        Places.clear(folder());
        startAgain();
    }

    @Override
    String farewell() {
        return "TERM";
    }

    @Override
    ServerProcess launch() {
        final List<String> command = new ArrayList<>(List.of(
                "redis-server",
                "--port",
                Integer.toString(port()),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder().toString(),
                "--save",
                "",
                "--appendonly",
                "no"));
        command.addAll(options);
        return ServerProcess.start(command, "Ready to accept connections");
    }
}
