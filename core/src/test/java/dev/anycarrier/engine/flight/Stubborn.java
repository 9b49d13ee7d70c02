package dev.anycarrier.engine.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An operation that ignores every interrupt. */
final class Stubborn implements Function<Flight, String> {

    private final CompletableFuture<Flight> begun = new CompletableFuture<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Override
    public String apply(final Flight flight) {
        begun.complete(flight);
        while (true) {
            try {
                letGo.await();
                return "stubborn";
            } catch (final InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    Flight flight() throws Exception {
        return begun.get(10, TimeUnit.SECONDS);
    }

    void untilInterrupted() throws InterruptedException {
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    void letGo() {
        letGo.countDown();
    }
}
