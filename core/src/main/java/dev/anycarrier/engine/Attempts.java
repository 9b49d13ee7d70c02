package dev.anycarrier.engine;

import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.resilience.Breaker;
import dev.anycarrier.engine.resilience.BreakerOptions;
import dev.anycarrier.engine.resilience.Retries;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.watch.BreakerState;
import dev.anycarrier.watch.Operation;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries an operation, and tries it again where that can help, there is time, and neither the retry budget nor the breaker
 * of its kind says no. Every operation is a read, so each may be repeated. Thread-safe.
 */
public final class Attempts {

    private final Ports ports;
    private final Retries retries;
    private final Map<Operation, Breaker> breakers;

    /** Attempts of one account. */
    public Attempts(final Ports ports, final Retries retries, final BreakerOptions options) {
        this.ports = ports;
        this.retries = retries;
        final Map<Operation, Breaker> byOperation = new EnumMap<>(Operation.class);
        for (final Operation operation : Operation.values()) {
            byOperation.put(operation, new Breaker(ports, options));
        }
        this.breakers = Collections.unmodifiableMap(byOperation);
    }

    /** Whether requests are let through, for each operation whose answers are questions'. */
    public Map<Operation, BreakerState> breakers() {
        final Map<Operation, BreakerState> states = new EnumMap<>(Operation.class);
        breakers.forEach((operation, breaker) -> states.put(operation, breaker.state()));
        // A token is fetched for questions, and never tried again by itself.
        states.remove(Operation.TOKEN);
        return states;
    }

    /** How many retries the account may still make. */
    public double retriesLeft() {
        return retries.left();
    }

    <T> T run(final Call call, final Supplier<T> operation) {
        retries.began();
        Optional<UsageException> before = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(call, operation);
            } catch (final UsageException failure) {
                final UsageException told =
                        before.map(first -> rather(first, failure)).orElse(failure);
                final Duration left =
                        Duration.ofNanos(call.turn().deadline() - ports.time().nanoTime());
                pause(retries.pause(attempt, failure, left).orElseThrow(() -> told));
                before = Optional.of(told);
            }
        }
    }

    private <T> T once(final Call call, final Supplier<T> operation) {
        final Breaker.Pass pass = Objects.requireNonNull(
                        breakers.get(call.question().operation()))
                .admit();
        try {
            final T value = call.run(operation);
            pass.succeeded();
            return value;
        } catch (final UsageException failure) {
            pass.failed(failure, call.question().sim());
            throw failure;
        } finally {
            pass.abandoned();
        }
    }

    /** That our own side would not let us ask again is no news beside what the carrier did; when it will is. */
    private static UsageException rather(final UsageException first, final UsageException later) {
        final boolean heldBack =
                later.kind() == Kind.TOO_MANY_REQUESTS && later.status().isEmpty();
        if (!heldBack) {
            return later;
        }
        return later.notBefore()
                .map(time -> first.toBuilder().notBefore(time).build())
                .orElse(first);
    }

    private void pause(final Duration pause) {
        try {
            ports.time().sleep(pause);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(Kind.CANCELLED, "interrupted before it was tried again")
                    .build();
        }
    }
}
