package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.TimeSource;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis: made when it is first needed, and anew when it was lost. Nothing that was said is said again by itself.
 * While there is no connection whatever needs one fails at once, but for the first, which waits for it. Thread-safe.
 */
final class RedisLink implements AutoCloseable {

    /** For the first connection of a JVM, which has to load and to compile all that one takes. */
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final int LONGEST_PAUSE_DOUBLINGS = 5;

    private final RedisSettings settings;
    private final TimeSource time;
    private final Lock lock = new ReentrantLock();
    private @Nullable Client client;
    private @Nullable CompletableFuture<RedisSession> session;
    private @Nullable Future<?> repeated;
    private volatile boolean tried;
    private int failures;
    private long mayConnectFrom;
    private String lastFailure = "no connection to Redis";
    private boolean closed;

    RedisLink(final RedisSettings settings, final TimeSource time) {
        this.settings = settings;
        this.time = time;
    }

    /**
     * The connection; waits for it while it is being made.
     *
     * @throws dev.anycarrier.spi.UsageException if there is none
     */
    RedisSession session() {
        final CompletableFuture<RedisSession> coming = coming();
        try {
            return coming.get(patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (final TimeoutException e) {
            throw Failures.unavailable("Redis at " + settings.server() + " does not answer");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted();
        } catch (final ExecutionException e) {
            throw Failures.unavailable(Failures.reason(e));
        }
    }

    /** The connection if there is one; else one is made, for others. */
    Optional<RedisSession> sessionNow() {
        final CompletableFuture<RedisSession> coming = coming();
        return coming.isDone() && !coming.isCompletedExceptionally() ? Optional.of(coming.join()) : Optional.empty();
    }

    /** Runs something again and again, from now until this is closed; to be called once. */
    void repeat(final Runnable task, final Duration period) {
        lock.lock();
        try {
            if (!closed) {
                repeated = client().resources
                        .eventExecutorGroup()
                        .scheduleWithFixedDelay(task, 0, period.toNanos(), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        final Client last;
        lock.lock();
        try {
            closed = true;
            last = client;
            client = null;
            session = null;
            if (repeated != null) {
                repeated.cancel(false);
            }
        } finally {
            lock.unlock();
        }
        if (last != null) {
            last.close();
        }
    }

    private CompletableFuture<RedisSession> coming() {
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(Failures.unavailable("closed, so nothing was asked"));
            }
            final CompletableFuture<RedisSession> current = session;
            if (current != null && (!current.isDone() || isOpen(current))) {
                return current;
            }
            if (time.nanoTime() - mayConnectFrom < 0 && failures > 0) {
                return CompletableFuture.failedFuture(Failures.unavailable(lastFailure));
            }
            final CompletableFuture<RedisSession> next =
                    connect(client()).whenComplete((made, failure) -> connected(failure));
            session = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Duration patience() {
        return tried || settings.timeout().compareTo(FIRST_PATIENCE) > 0 ? settings.timeout() : FIRST_PATIENCE;
    }

    private void connected(final @Nullable Throwable failure) {
        lock.lock();
        try {
            tried = true;
            if (failure == null) {
                failures = 0;
                return;
            }
            lastFailure = Failures.reason(failure);
            mayConnectFrom = time.nanoTime()
                    + SHORTEST_PAUSE
                            .multipliedBy(1L << Math.min(failures, LONGEST_PAUSE_DOUBLINGS))
                            .toNanos();
            failures++;
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<RedisSession> connect(final Client with) {
        final Duration patience = patience();
        return with.connect(patience)
                .thenCompose(connection -> RedisSession.begin(connection, patience, settings.timeout(), time));
    }

    private static boolean isOpen(final CompletableFuture<RedisSession> done) {
        return !done.isCompletedExceptionally() && done.join().isOpen();
    }

    private Client client() {
        Client current = client;
        if (current == null) {
            current = new Client(settings);
            client = current;
        }
        return current;
    }

    /** What the library needs, its threads included. */
    private static final class Client {

        private static final int THREADS = 2;

        private final ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .addressResolverGroup(DefaultAddressResolverGroup.INSTANCE)
                .build();
        private final RedisClient client = RedisClient.create(resources);
        private final RedisURI uri;
        private final Duration timeout;

        Client(final RedisSettings settings) {
            this.timeout = settings.timeout();
            this.uri = RedisURI.create(settings.redis());
        }

        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connect(final Duration patience) {
            uri.setTimeout(patience);
            client.setOptions(ClientOptions.builder()
                    // It would say again what was said.
                    .autoReconnect(false)
                    .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                    .socketOptions(
                            SocketOptions.builder().connectTimeout(patience).build())
                    .build());
            return client.connectAsync(ByteArrayCodec.INSTANCE, uri).toCompletableFuture();
        }

        void close() {
            client.shutdownAsync(0, timeout.toMillis(), TimeUnit.MILLISECONDS).join();
            resources.shutdown(0, timeout.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
        }
    }
}
