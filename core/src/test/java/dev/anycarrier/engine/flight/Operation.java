package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** An operation that runs until the test lets it end, or it is interrupted. */
final class Operation implements Function<Flight, String> {

    final AtomicInteger runs = new AtomicInteger();
    final CompletableFuture<Flight> begun = new CompletableFuture<>();
    final CountDownLatch interrupted = new CountDownLatch(1);
    private final CompletableFuture<Supplier<String>> end = new CompletableFuture<>();

    @Override
    public String apply(final Flight flight) {
        runs.incrementAndGet();
        begun.complete(flight);
        try {
            return end.get(30, TimeUnit.SECONDS).get();
        } catch (final InterruptedException e) {
            interrupted.countDown();
            throw UsageException.of(Kind.CANCELLED, "interrupted").build();
        } catch (final ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    Flight flight() throws Exception {
        return begun.get(10, TimeUnit.SECONDS);
    }

    void answer(final String value) {
        end.complete(() -> value);
    }

    void fail(final Supplier<String> failure) {
        end.complete(failure);
    }

    void untilInterrupted() throws InterruptedException {
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
