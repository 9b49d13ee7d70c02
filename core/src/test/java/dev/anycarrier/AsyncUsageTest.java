package dev.anycarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testing.AcmeFactory;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncUsageTest {

    private static final SimRef SIM = SimRef.parse("acme:8944465400000217735");
    private static final long LONG = 30;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void end() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(LONG, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_answer_comes_on_a_thread_of_the_executor() throws Exception {
        try (Anycarrier carriers = carriers(new AcmeFactory())) {
            final AsyncUsage usage = AsyncUsage.of(carriers, executor);

            assertThat(usage.usage(SIM).get(LONG, TimeUnit.SECONDS).sim()).isEqualTo(SIM.sim());
            assertThat(usage.usage(SIM, CallOptions.defaults())
                            .get(LONG, TimeUnit.SECONDS)
                            .report()
                            .sim())
                    .isEqualTo(SIM.sim());
            assertThat(usage.ask(its -> Thread.currentThread()).get(LONG, TimeUnit.SECONDS))
                    .isEqualTo(executor.submit(Thread::currentThread).get(LONG, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_failure_is_the_exception_of_the_blocking_call() {
        try (Anycarrier carriers = carriers(new AcmeFactory())) {
            assertThatThrownBy(() -> AsyncUsage.of(carriers, executor)
                            .usage(SimRef.parse("nobody:8944465400000217735"))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.REJECTED_INPUT));
        }
    }

    @Test
    void cancelling_interrupts_the_question_and_frees_its_thread_with_no_flag_left_on_it() throws Exception {
        try (Anycarrier carriers = carriers(blocking())) {
            final CompletableFuture<UsageReport> asked =
                    AsyncUsage.of(carriers, executor).usage(SIM);
            assertThat(reached.await(LONG, TimeUnit.SECONDS)).isTrue();

            assertThat(asked.cancel(true)).isTrue();

            assertThat(interrupted.await(LONG, TimeUnit.SECONDS)).isTrue();
            assertThat(executor.submit(Thread::interrupted).get(LONG, TimeUnit.SECONDS))
                    .isFalse();
            assertThatThrownBy(asked::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void a_timeout_of_the_future_ends_the_question_too() throws Exception {
        try (Anycarrier carriers = carriers(blocking())) {
            final CompletableFuture<UsageReport> asked =
                    AsyncUsage.of(carriers, executor).usage(SIM).orTimeout(10, TimeUnit.MILLISECONDS);

            assertThatThrownBy(asked::join).hasCauseInstanceOf(TimeoutException.class);
            assertThat(executor.submit(() -> true).get(LONG, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_question_that_was_cancelled_before_its_turn_is_never_asked() throws Exception {
        final AcmeFactory acme = new AcmeFactory();
        final CountDownLatch turn = new CountDownLatch(1);
        try (Anycarrier carriers = carriers(acme)) {
            executor.execute(() -> awaitQuietly(turn));
            assertThat(AsyncUsage.of(carriers, executor).usage(SIM).cancel(false))
                    .isTrue();
            turn.countDown();
            assertThat(executor.submit(() -> true).get(LONG, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(acme.asked()).isEmpty();
    }

    @Test
    void an_executor_that_rejects_the_question_makes_it_unavailable() {
        try (Anycarrier carriers = carriers(new AcmeFactory())) {
            final CompletableFuture<UsageReport> asked = AsyncUsage.of(carriers, task -> {
                        throw new RejectedExecutionException("full");
                    })
                    .usage(SIM);

            assertThatThrownBy(asked::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            UsageException.class,
                            failure -> assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL));
        }
    }

    /** Blocks until it is interrupted, as a carrier that does not answer. */
    private AcmeFactory blocking() {
        return new AcmeFactory().answering((context, sim) -> {
            reached.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (final InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
            throw UsageException.of(Kind.CANCELLED, "interrupted").build();
        });
    }

    private static void awaitQuietly(final CountDownLatch turn) {
        try {
            assertThat(turn.await(LONG, TimeUnit.SECONDS)).isTrue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Anycarrier carriers(final AcmeFactory acme) {
        return Anycarrier.builder()
                .settings(Settings.builder()
                        .environment(Map.of())
                        .systemProperties(Map.of())
                        .set("acme.base-url", "https://eu.example.com")
                        .set("acme.api-key", "planted-secret")
                        .set("acme.deadline", Duration.ofHours(1).toSeconds() + "s")
                        .build())
                .factory(acme)
                .build();
    }
}
