package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Surrounds one operation of one account's provider: gives it a deadline, and lets nothing out but its value or a
 * {@link UsageException} that says what was asked of whom. Thread-safe.
 */
public final class CallStage {

    private final AccountIdentity identity;
    private final Duration deadline;
    private final Ports ports;
    private final Redactor redactor;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A stage for one account.
     *
     * @param deadline the time that one operation has
     */
    public CallStage(
            final AccountIdentity identity, final Duration deadline, final Ports ports, final Redactor redactor) {
        this.identity = identity;
        this.deadline = deadline;
        this.ports = ports;
        this.redactor = redactor;
    }

    /**
     * Runs an operation.
     *
     * @throws UsageException whatever goes wrong; errors of the JVM itself pass as they are
     */
    public <T> T call(final Question question, final Supplier<T> operation) {
        final Call call = new Call(
                question,
                ports.time().nanoTime() + deadline.toNanos(),
                Long.toHexString(ports.random().nextLong()));
        try {
            if (closed.get()) {
                throw UsageException.of(Kind.CANCELLED, "this account was closed")
                        .build();
            }
            return call.run(operation);
        } catch (final UsageException failure) {
            throw explain(failure, call);
        } catch (final RuntimeException | StackOverflowError | LinkageError failure) {
            throw explain(pluginFailure(failure), call);
        }
    }

    /** Refuses every call from now on. Idempotent. */
    public void close() {
        closed.set(true);
    }

    /** A provider that trips over an answer is as good as an answer that cannot be read. */
    private static UsageException pluginFailure(final Throwable failure) {
        final StackTraceElement[] trace = failure.getStackTrace();
        final String place = trace.length == 0 ? "" : " at " + trace[0];
        return UsageException.of(
                        Kind.INVALID_DATA,
                        "the provider failed on the answer with "
                                + failure.getClass().getSimpleName() + place)
                .build();
    }

    private UsageException explain(final UsageException failure, final Call call) {
        final UsageException.Builder explained = redactor.redact(failure, call.question())
                .question(call.question().text())
                .account(identity.account())
                .provider(identity.provider())
                .correlationId(call.correlationId());
        return explained.build();
    }
}
