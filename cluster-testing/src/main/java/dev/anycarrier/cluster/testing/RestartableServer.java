package dev.anycarrier.cluster.testing;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server of this machine, on a free port that stays its own whenever it runs, in a temporary folder. Its methods are for one
 * thread at a time.
 */
abstract class RestartableServer implements AutoCloseable {

    private final int port = Places.freePort();
    private final Path folder;
    private Optional<ServerProcess> process = Optional.empty();

    RestartableServer(final Path folder) {
        this.folder = folder;
    }

    /** Starts its process and waits until it answers. */
    abstract ServerProcess launch();

    /** Its port, the same after a restart. */
    public final int port() {
        return port;
    }

    final Path folder() {
        return folder;
    }

    /** Lets it answer nothing, as if its machine stood still. */
    public final void pause() {
        process.ifPresent(running -> running.signal("STOP"));
    }

    /** Ends a {@link #pause()}; what was sent meanwhile is answered now. */
    public final void resume() {
        process.ifPresent(running -> running.signal("CONT"));
    }

    /** Kills it and its children as {@code kill -9} does. */
    public final void kill() {
        process.ifPresent(ServerProcess::kill);
    }

    /** The signal by which it ends in order, and does not wait for who is connected. */
    abstract String farewell();

    /** Stops it in order, without waiting for who is connected. */
    public final void stop() {
        process.ifPresent(running -> running.stop(farewell()));
    }

    /** Starts it, also after {@link #kill()} or {@link #stop()}, on the same port, with what it has kept. */
    public final void startAgain() {
        if (process.filter(ServerProcess::isAlive).isPresent()) {
            throw new IllegalStateException("it still runs");
        }
        process = Optional.of(launch());
    }

    /** Ends it and deletes its folder. Idempotent. */
    @Override
    public final void close() {
        process.ifPresent(ServerProcess::kill);
        Places.delete(folder);
    }
}
