package dev.anycarrier.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A server on loopback that does to its clients exactly what its scripts say, byte by byte, and keeps every request it
 * read. The first connection gets the first script, the second the second, and every further one the last.
 *
 * <p>Speaks TLS where a script begins with {@link Script#handshake}. Thread-safe; uses a thread for each connection.
 */
public final class FaultServer implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final List<Script> scripts;
    private final ServerSocket listener;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Queue<ReceivedRequest> requests = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition someConnectionEnded = lock.newCondition();
    private final List<Connection> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int accepted;

    private FaultServer(final List<Script> scripts) {
        this.scripts = scripts;
        try {
            this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (final IOException e) {
            throw new UncheckedIOException("no port on loopback could be had", e);
        }
    }

    /**
     * Starts a server.
     *
     * @param first what happens to the first connection
     * @param further what happens to the connections after it; the last of all is for every one that follows
     */
    public static FaultServer start(final Script first, final Script... further) {
        final List<Script> scripts = new ArrayList<>(List.of(further));
        scripts.add(0, first);
        final FaultServer server = new FaultServer(List.copyOf(scripts));
        server.startThread("accepts", server::acceptAll);
        return server;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Where it listens, as an address for plain HTTP. */
    public URI address() {
        return URI.create("http://" + host() + ":" + port());
    }

    /** Where it listens, as an address for HTTPS. */
    public URI secureAddress() {
        return URI.create("https://" + host() + ":" + port());
    }

    /** Every request read so far, in the order of arrival. */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were accepted so far. */
    public int connections() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no connection is open.
     *
     * @param time the longest wait
     * @return how many are still open
     */
    public int awaitNoConnection(final Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!open.isEmpty() && left > 0) {
                left = someConnectionEnded.awaitNanos(left);
            }
            return open.size();
        } finally {
            lock.unlock();
        }
    }

    /** Stops listening, drops every connection and waits for the scripts to end. Idempotent. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(listener);
        final List<Thread> running;
        lock.lock();
        try {
            open.forEach(FaultServer::closeQuietly);
            running = List.copyOf(threads);
        } finally {
            lock.unlock();
        }
        running.forEach(Thread::interrupt);
        running.forEach(FaultServer::join);
    }

    private static String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    private void acceptAll() {
        try {
            while (closing.getCount() > 0) {
                serve(listener.accept());
            }
        } catch (final IOException e) {
            // The listener was closed.
        }
    }

    private void serve(final Socket socket) throws IOException {
        lock.lock();
        try {
            if (closing.getCount() == 0) {
                socket.close();
                return;
            }
            accepted++;
            final Script script = scripts.get(Math.min(accepted, scripts.size()) - 1);
            final Connection connection = new Connection(accepted, socket, closing, requests::add);
            open.add(connection);
            startThread("connection " + accepted, () -> run(connection, script));
        } finally {
            lock.unlock();
        }
    }

    private void run(final Connection connection, final Script script) {
        try (connection) {
            connection.run(script);
        } catch (final IOException | InterruptedException e) {
            // The client has gone or the server is being closed: there is nobody left to do anything to.
        } catch (final UncheckedIOException e) {
            if (closing.getCount() > 0) {
                throw e;
            }
        } finally {
            ended(connection);
        }
    }

    private void ended(final Connection connection) {
        lock.lock();
        try {
            open.remove(connection);
            someConnectionEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void startThread(final String task, final Runnable runnable) {
        final Thread thread = new Thread(runnable, "fault server " + port() + " " + task);
        thread.setDaemon(true);
        lock.lock();
        try {
            threads.add(thread);
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    private static void closeQuietly(final AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (final Exception e) {
            // Closed is closed.
        }
    }

    private static void join(final Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
