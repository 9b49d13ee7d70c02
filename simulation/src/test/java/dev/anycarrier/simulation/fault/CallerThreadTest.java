package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.CarrierAccount;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.spi.HttpRequest;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever thread a caller comes on, and whatever threads the engine gets. Real threads, and nobody waits for a time. */
class CallerThreadTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int CALLERS = 10_000;

    @Test
    @Fault("CON-07")
    void callers_that_fill_the_common_pool_wait_for_threads_of_ours_and_not_for_each_other() {
        try (Anycarrier carriers = RealThreads.open(Threads.system(), RealThreads::answer, "limit-account=1000/1s")) {
            final int callers = 4 * (ForkJoinPool.commonPool().getParallelism() + 1);
            assertTimeoutPreemptively(
                    LONG,
                    () -> IntStream.range(0, callers)
                            .parallel()
                            .forEach(number -> assertThat(carriers.account("airalo")
                                            .usage(sim(number))
                                            .buckets())
                                    .isNotEmpty()));
        }
    }

    @Test
    @Fault("CON-07")
    void more_callers_on_virtual_threads_than_there_are_carrier_threads_wait_without_pinning_them() {
        final ExecutorService executor =
                RealThreads.virtualThreads().orElseGet(() -> Executors.newFixedThreadPool(200));
        final CountDownLatch free = new CountDownLatch(1);
        try (Anycarrier carriers = RealThreads.open(Threads.system(), request -> held(free, request))) {
            final List<CompletableFuture<?>> answers = new ArrayList<>();
            for (int caller = 0; caller < 200; caller++) {
                answers.add(CompletableFuture.runAsync(
                        () -> carriers.account("airalo").usage(Scene.SIM), executor));
            }
            // Pinned by those who wait, no carrier thread would be left for this one, and nobody would ever be free.
            answers.add(CompletableFuture.runAsync(
                    free::countDown, RealThreads.virtualThreads().isPresent() ? executor : Runnable::run));
            assertTimeoutPreemptively(LONG, () -> answers.forEach(CompletableFuture::join));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @Fault("CON-07")
    void a_callback_on_a_worker_of_the_engine_may_ask_again() {
        final List<CarrierAccount> account = new ArrayList<>();
        final AtomicBoolean inside = new AtomicBoolean();
        try (Anycarrier carriers = RealThreads.open(Threads.system(), request -> {
            if (!request.uri().getPath().endsWith("/token") && inside.compareAndSet(false, true)) {
                assertThat(account.get(0).usage(Scene.OTHER_SIM).buckets()).isNotEmpty();
            }
            return RealThreads.answer(request);
        })) {
            account.add(carriers.account("airalo"));
            assertTimeoutPreemptively(LONG, () -> account.get(0).usage(Scene.SIM));
        }
    }

    @Test
    @Fault("CON-09")
    void ten_thousand_callers_of_one_sim_are_one_call_and_no_thread_of_ours_waits_with_them()
            throws InterruptedException {
        final RealThreads.Counted threads = new RealThreads.Counted();
        final CountDownLatch asking = new CountDownLatch(CALLERS);
        final AtomicInteger questions = new AtomicInteger();
        final AtomicInteger answered = new AtomicInteger();
        try (Anycarrier carriers = RealThreads.open(threads, request -> {
            if (!request.uri().getPath().endsWith("/token")) {
                questions.incrementAndGet();
                await(asking);
            }
            return RealThreads.answer(request);
        })) {
            final CarrierAccount airalo = carriers.account("airalo");
            // A blocking caller brings its own thread, here as small as can be.
            final List<Thread> callers = IntStream.range(0, CALLERS)
                    .mapToObj(number -> new Thread(
                            null,
                            () -> {
                                asking.countDown();
                                answered.addAndGet(
                                        airalo.usage(Scene.SIM).buckets().isEmpty() ? 0 : 1);
                            },
                            "caller",
                            1))
                    .toList();
            callers.forEach(Thread::start);
            for (final Thread caller : callers) {
                caller.join();
            }
        }
        assertThat(questions).hasValue(1);
        assertThat(answered).hasValue(CALLERS);
        assertThat(threads.started())
                .as("one for the question, one for the token, one to close")
                .hasValue(3);
    }

    @Test
    @Fault("CON-10")
    void an_executor_that_rejects_makes_a_call_unavailable_and_the_next_one_works() {
        final ExecutorService pool = Executors.newCachedThreadPool();
        final AtomicInteger rejected = new AtomicInteger();
        final AtomicBoolean saturated = new AtomicBoolean(true);
        final Executor executor = task -> {
            if (saturated.get()) {
                rejected.incrementAndGet();
                throw new RejectedExecutionException("as if");
            }
            pool.execute(task);
        };
        try (Anycarrier carriers = RealThreads.open(Threads.of(executor), RealThreads::answer, "limit-account=1/1h")) {
            final CarrierAccount airalo = carriers.account("airalo");
            for (int call = 0; call < 3; call++) {
                final UsageException failure = Scene.failure(() -> airalo.usage(Scene.SIM));
                assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
                assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL);
            }
            assertThat(rejected).hasValue(3);
            assertThat(airalo.statistics().requests()).isZero();
            saturated.set(false);
            assertThat(airalo.usage(Scene.SIM).buckets())
                    .as("the one place of this hour is still free")
                    .isNotEmpty();
            saturated.set(true);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Fault("CON-10")
    void an_executor_that_rejects_the_fetch_of_a_token_costs_no_place_either() {
        final ExecutorService pool = Executors.newCachedThreadPool();
        final AtomicInteger started = new AtomicInteger();
        final Executor executor = task -> {
            if (started.incrementAndGet() == 2) {
                throw new RejectedExecutionException("as if");
            }
            pool.execute(task);
        };
        try (Anycarrier carriers = RealThreads.open(
                Threads.of(executor),
                RealThreads::answer,
                "limit-account=1/1h",
                "limit-token=1/1h",
                "maximum-attempts=1")) {
            final CarrierAccount airalo = carriers.account("airalo");
            final UsageException failure = Scene.failure(() -> airalo.usage(Scene.SIM));
            assertThat(failure.unavailableCause()).contains(UnavailableCause.LOCAL);
            assertThat(airalo.statistics().requests()).isZero();
            assertThat(airalo.usage(Scene.SIM).buckets()).isNotEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Reply held(final CountDownLatch free, final HttpRequest request) {
        await(free);
        return RealThreads.answer(request);
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static SimId sim(final int number) {
        return SimId.parse("89444654%011d".formatted(number));
    }
}
