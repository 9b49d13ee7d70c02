package dev.anycarrier.cluster.redis;

import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one run of a server, until it is lost. While an answer is overdue, nothing more is asked: answers come in
 * order, so that nothing would come before it. Thread-safe.
 */
final class RedisSession implements AutoCloseable {

    /** An answer that is overdue for so long is not waited for any more. */
    private static final Duration LOST = Duration.ofSeconds(5);

    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final RedisAsyncCommands<byte[], byte[]> commands;
    private final RedisInfo info;
    private final Duration timeout;
    private final TimeSource time;
    private volatile @Nullable Overdue overdue;

    private RedisSession(
            final StatefulRedisConnection<byte[], byte[]> connection,
            final RedisInfo info,
            final Duration timeout,
            final TimeSource time) {
        this.connection = connection;
        this.commands = connection.async();
        this.info = info;
        this.timeout = timeout;
        this.time = time;
    }

    /**
     * Asks the server which run it is, and teaches it the scripts.
     *
     * @param patience how long that may take
     * @param timeout how long anything may that is asked afterwards
     */
    static CompletableFuture<RedisSession> begin(
            final StatefulRedisConnection<byte[], byte[]> connection,
            final Duration patience,
            final Duration timeout,
            final TimeSource time) {
        final RedisAsyncCommands<byte[], byte[]> commands = connection.async();
        final CompletableFuture<?>[] loads = Stream.of(Script.values())
                .map(script -> commands.scriptLoad(script.text()).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        return commands.info()
                .toCompletableFuture()
                .thenCombine(CompletableFuture.allOf(loads), (info, loaded) -> info)
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenApply(info -> new RedisSession(connection, RedisInfo.read(info), timeout, time))
                .whenComplete((session, failure) -> {
                    if (failure != null) {
                        end(connection);
                    }
                });
    }

    /** What the server said at the beginning. */
    RedisInfo info() {
        return info;
    }

    /** Whether the connection still stands, as far as is known. */
    boolean isOpen() {
        final Overdue late = overdue;
        if (late != null && !late.answer.isDone() && time.nanoTime() - late.since > LOST.toNanos()) {
            close();
            return false;
        }
        return connection.isOpen();
    }

    /** What the server says now. */
    RedisInfo infoNow() {
        return RedisInfo.read(await(commands.info().toCompletableFuture()));
    }

    /**
     * Runs a script and waits for what it says.
     *
     * @throws UsageException if nothing comes in time; it may have run nonetheless, or will
     */
    Reply call(final Script script, final Arguments keys, final Arguments arguments) {
        requirePunctual();
        return new Reply(await(send(script, keys, arguments)));
    }

    /** Runs a script, if the server is there. */
    CompletionStage<List<Object>> tell(final Script script, final Arguments keys, final Arguments arguments) {
        if (isLate()) {
            return CompletableFuture.failedFuture(Failures.unavailable("Redis is slow"));
        }
        return send(script, keys, arguments);
    }

    @Override
    public void close() {
        end(connection);
    }

    private static void end(final StatefulRedisConnection<byte[], byte[]> connection) {
        final CompletionStage<Void> unused = connection.closeAsync();
    }

    private CompletableFuture<List<Object>> send(final Script script, final Arguments keys, final Arguments arguments) {
        try {
            return run(script, keys.toArray(), arguments.toArray());
        } catch (final RedisException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    private CompletableFuture<List<Object>> run(
            final Script script, final byte[][] allKeys, final byte[][] allArguments) {
        final CompletionStage<List<Object>> answer =
                commands.evalsha(script.digest(), ScriptOutputType.MULTI, allKeys, allArguments);
        return answer.exceptionallyCompose(failure -> {
                    if (Failures.cause(failure) instanceof RedisNoScriptException) {
                        return commands.eval(script.text(), ScriptOutputType.MULTI, allKeys, allArguments);
                    }
                    return CompletableFuture.failedStage(failure);
                })
                .toCompletableFuture();
    }

    private <T> T await(final CompletableFuture<T> answer) {
        final long start = time.nanoTime();
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (final TimeoutException e) {
            overdue = new Overdue(answer, start);
            throw Failures.unavailable("Redis did not answer within " + timeout.toMillis() + " ms");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted();
        } catch (final ExecutionException e) {
            throw failed(e);
        }
    }

    private UsageException failed(final ExecutionException failure) {
        final Throwable cause = Failures.cause(failure);
        if (cause instanceof RedisCommandExecutionException refused
                && Failures.code(refused).equals("READONLY")) {
            // It was the master once.
            close();
        }
        return Failures.unavailable(Failures.reason(cause));
    }

    private void requirePunctual() {
        if (isLate()) {
            throw Failures.unavailable("Redis is slow: what it was asked before is not answered yet");
        }
    }

    private boolean isLate() {
        final Overdue late = overdue;
        return late != null && !late.answer.isDone();
    }

    /**
     * An answer that did not come in time.
     *
     * @param since when it was asked for
     */
    private record Overdue(CompletableFuture<?> answer, long since) {}
}
