package dev.anycarrier.engine;

import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.AttemptStart;
import dev.anycarrier.watch.AttemptWatch;
import dev.anycarrier.watch.CacheUse;
import dev.anycarrier.watch.CallEnd;
import dev.anycarrier.watch.CallWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call, for those who listen: learns where its answer comes from, and is bound to the thread that asks the carrier for
 * it. Thread-safe.
 */
public final class WatchedCall {

    /** A call to which nobody listens. */
    public static final WatchedCall NONE = new WatchedCall(List.of(), TimeSource.system(), 0);

    private static final ThreadLocal<@Nullable WatchedCall> CURRENT = new ThreadLocal<>();

    private final List<CallWatch> watches;
    private final TimeSource time;
    private final long begun;
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile CacheUse cache = CacheUse.NONE;

    WatchedCall(final List<CallWatch> watches, final TimeSource time, final long begun) {
        this.watches = watches;
        this.time = time;
        this.begun = begun;
    }

    /** The call for which this thread asks the carrier, or empty if it does so for none, or nobody listens. */
    static Optional<WatchedCall> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** What asks the carrier, so that its requests are known as this call's. */
    @SuppressWarnings("ReferenceEquality")
    public <T> Supplier<T> asking(final Supplier<T> ask) {
        return this == NONE ? ask : () -> ask(ask);
    }

    /** The same for what needs to be told whom to ask about. */
    @SuppressWarnings("ReferenceEquality")
    public <K, T> Function<K, T> asking(final Function<K, T> ask) {
        return this == NONE ? ask : about -> ask(() -> ask.apply(about));
    }

    /** What is known does not do: it waits for somebody's question. */
    void waits() {
        came(CacheUse.JOINED);
    }

    /** The question is this call's own, and other nodes may know the answer. */
    void looksElsewhere() {
        came(CacheUse.ELSEWHERE);
    }

    <T> T run(final Function<WatchedCall, T> call) {
        try {
            final T value = call.apply(this);
            answered(value);
            return value;
        } catch (final UsageException failure) {
            failed(failure);
            throw failure;
        } catch (final RuntimeException | Error broken) {
            failed(UsageException.of(
                            Kind.INVALID_DATA, "broke with " + broken.getClass().getSimpleName())
                    .build());
            throw broken;
        }
    }

    List<AttemptWatch> attempted(final AttemptStart start) {
        attempts.incrementAndGet();
        return Told.each(watches, watch -> watch.attempted(start));
    }

    private <T> T ask(final Supplier<T> ask) {
        came(CacheUse.ASKED);
        final WatchedCall outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return ask.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void came(final CacheUse from) {
        if (this != NONE) {
            cache = from;
        }
    }

    private void answered(final Object value) {
        if (value instanceof UsageResult.Stale stale) {
            end(CacheUse.STALE, stale.cause(), Optional.of(stale.age()));
        } else if (value instanceof UsageResult fresh) {
            end(cache == CacheUse.NONE ? CacheUse.FRESH : cache, Optional.empty(), Optional.of(fresh.age()));
        } else {
            end(cache, Optional.empty(), Optional.empty());
        }
    }

    private void failed(final UsageException failure) {
        // Nothing else says this without having asked.
        final boolean remembered = failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.GONE;
        end(cache == CacheUse.NONE && remembered ? CacheUse.FRESH : cache, Optional.of(failure), Optional.empty());
    }

    private void end(final CacheUse from, final Optional<UsageException> failure, final Optional<Duration> age) {
        final CallEnd end = new CallEnd(from, failure, age, attempts.get(), Duration.ofNanos(time.nanoTime() - begun));
        Told.all(watches, watch -> watch.ended(end));
    }
}
