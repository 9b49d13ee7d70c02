package dev.anycarrier.cluster.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis on a free port of this machine, in a temporary folder. It keeps nothing over a restart, unless it is started
 * with {@code --appendonly yes}. Needs {@code redis-server} on the path. Its methods are for one thread at a time.
 */
public final class RedisServer implements AutoCloseable {

    private final int port = Places.freePort();
    private final Path folder = Places.newFolder("redis");
    private final List<String> options;
    private ServerProcess process;

    private RedisServer(final List<String> options) {
        this.options = options;
        this.process = launch();
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param options more arguments of {@code redis-server}
     */
    public static RedisServer start(final String... options) {
        return new RedisServer(List.of(options));
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** Its port, the same after a restart. */
    public int port() {
        return port;
    }

    /** Lets it answer nothing, as if its machine stood still. */
    public void pause() {
        process.signal("STOP");
    }

    /** Ends a {@link #pause()}; what was sent meanwhile is answered now. */
    public void resume() {
        process.signal("CONT");
    }

    /** Kills it as {@code kill -9} does. */
    public void kill() {
        process.kill();
    }

    /** Stops it in order. */
    public void stop() {
        process.stop("TERM");
    }

    /** Starts it again after {@link #kill()} or {@link #stop()}, on the same port, with what it has kept. */
    public void startAgain() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        process = launch();
    }

    /** Kills it and starts it again, empty. */
    public void restartEmpty() {
        kill();
        Places.clear(folder);
        startAgain();
    }

    /** Ends it and deletes its folder. Idempotent. */
    @Override
    public void close() {
        process.kill();
        Places.delete(folder);
    }

    private ServerProcess launch() {
        final List<String> command = new ArrayList<>(List.of(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                "no"));
        command.addAll(options);
        return ServerProcess.start(command, "Ready to accept connections");
    }
}
