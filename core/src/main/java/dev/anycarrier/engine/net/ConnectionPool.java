package dev.anycarrier.engine.net;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections, and keeps what comes back in good order until it is needed or has idled too long. The one used last
 * goes first. Thread-safe; without a thread of its own: what has idled too long goes when the pool is next used.
 */
final class ConnectionPool {

    private static final int ENOUGH_FOR_ALL_WHO_WAIT = Integer.MAX_VALUE / 2;

    private final HttpClientOptions options;
    private final TimeSource time;
    private final OpenSockets sockets;
    private final Connector connector;

    // One for each connection that may be lent; fair, so that nobody waits for ever.
    private final Semaphore permits;

    // Never more than there are permits left, so that idle and lent ones together keep the maximum.
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    ConnectionPool(
            final HttpClientOptions options,
            final TimeSource time,
            final OpenSockets sockets,
            final Connector connector) {
        this.options = options;
        this.time = time;
        this.sockets = sockets;
        this.connector = connector;
        this.permits = new Semaphore(options.maximumConnections(), true);
    }

    /**
     * A connection to the origin, kept or new, once one may be had. It has to be given back.
     *
     * @throws UsageException if none can be made, or none became free in time
     * @throws IOException if the deadline, an interruption or closing ended it
     */
    Connection take(final Origin origin, final Deadline deadline) throws IOException {
        waitForPermit(origin, deadline);
        try {
            final Connection kept = takeIdle(origin);
            return kept == null ? connector.open(origin, deadline) : kept;
        } catch (final IOException | RuntimeException | Error e) {
            permits.release();
            throw e;
        }
    }

    /** Takes back what was lent; what is not reusable is closed. */
    void giveBack(final Connection connection, final boolean reusable) {
        lock.lock();
        try {
            if (reusable) {
                idle.addLast(new Idle(connection, time.nanoTime()));
            } else {
                connection.close();
            }
            permits.release();
        } finally {
            lock.unlock();
        }
    }

    /** Closes what is idle. */
    void dropIdle() {
        lock.lock();
        try {
            idle.forEach(kept -> kept.connection.close());
            idle.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait for a connection, after all sockets were closed for good. */
    void wakeAll() {
        permits.release(ENOUGH_FOR_ALL_WHO_WAIT);
    }

    private void waitForPermit(final Origin origin, final Deadline deadline) throws IOException {
        try {
            if (!permits.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw noneFree(origin, deadline);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        if (sockets.isClosed()) {
            throw new ClosedChannelException();
        }
    }

    private @Nullable Connection takeIdle(final Origin origin) {
        Connection latest = removeLatest(origin);
        // Not under the lock: to look takes several calls to the system, and many others may want a connection
        // meanwhile.
        while (latest != null && !latest.isQuiet()) {
            latest.close();
            latest = removeLatest(origin);
        }
        return latest;
    }

    private @Nullable Connection removeLatest(final Origin origin) {
        lock.lock();
        try {
            dropExpired();
            for (final Iterator<Idle> latestFirst = idle.descendingIterator(); latestFirst.hasNext(); ) {
                final Connection connection = latestFirst.next().connection;
                if (connection.origin().equals(origin)) {
                    latestFirst.remove();
                    return connection;
                }
            }
            while (idle.size() > permits.availablePermits()) {
                idle.removeFirst().connection.close();
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void dropExpired() {
        final long now = time.nanoTime();
        final long longest = options.connectionIdleTime().toNanos();
        while (!idle.isEmpty() && now - idle.getFirst().since >= longest) {
            idle.removeFirst().connection.close();
        }
    }

    private UsageException noneFree(final Origin origin, final Deadline deadline) {
        final String what = "no connection to " + origin + " became free within " + deadline + ": all "
                + options.maximumConnections() + " are in use; see maximum-connections";
        return UsageException.unavailable(UnavailableCause.ATTEMPT_TIMEOUT, what)
                .build();
    }

    private record Idle(Connection connection, long since) {}
}
