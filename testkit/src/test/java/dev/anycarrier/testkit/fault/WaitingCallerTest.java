package dev.anycarrier.testkit.fault;

import static dev.anycarrier.testkit.fault.Script.accept;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callers who wait, on whatever threads they come. */
class WaitingCallerTest {

    private static final Duration PROMPT = Duration.ofMillis(100);

    /** A busy machine may keep a thread from running; it does not do so every time. */
    private static final int TRIES = 5;

    private static final int CALLERS = 200;
    private static final String NO_DRAIN = "close-grace=0s";

    static Stream<CallerThreads> threads() {
        return CallerThreads.available().stream();
    }

    @ParameterizedTest
    @MethodSource("threads")
    @Fault("CON-05")
    void an_interruption_ends_the_wait_for_an_answer(final CallerThreads threads) throws Exception {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < TRIES && best.compareTo(PROMPT) >= 0; i++) {
            try (FaultServer server = FaultServer.start(accept().readRequest().ignore())) {
                try (Caller caller = Caller.of(server, NO_DRAIN)) {
                    best = shorter(best, interrupted(threads, caller, server));
                }
                AskedOnce.requireNoConnection(server);
            }
        }
        assertThat(best).isLessThan(PROMPT);
    }

    @ParameterizedTest
    @MethodSource("threads")
    @Fault("CON-05")
    void an_interruption_ends_the_wait_for_a_token(final CallerThreads threads) throws Exception {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < TRIES && best.compareTo(PROMPT) >= 0; i++) {
            try (FaultServer server = FaultServer.start(accept().readRequest().ignore())) {
                try (Caller caller = Caller.withToken(server, NO_DRAIN)) {
                    best = shorter(best, interrupted(threads, caller, server));
                }
                AskedOnce.requireNoConnection(server);
            }
        }
        assertThat(best).isLessThan(PROMPT);
    }

    @ParameterizedTest
    @MethodSource("threads")
    @Fault("CON-05")
    void an_interruption_ends_the_wait_for_the_limit_and_nothing_is_sent(final CallerThreads threads) throws Exception {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < TRIES && best.compareTo(PROMPT) >= 0; i++) {
            try (FaultServer server = FaultServer.start(Script.answering(Said.usage()))) {
                try (Caller caller = Caller.of(server, NO_DRAIN, "limit-account=1/8s")) {
                    caller.ask();
                    best = shorter(best, interrupted(threads, caller, server));
                }
                AskedOnce.requireNoConnection(server);
                assertThat(server.requests()).hasSize(1);
            }
        }
        assertThat(best).isLessThan(PROMPT);
    }

    @ParameterizedTest
    @MethodSource("threads")
    @Fault("CON-07")
    void two_hundred_callers_who_wait_leave_room_for_one_more(final CallerThreads threads) throws Exception {
        try (FaultServer server = FaultServer.start(accept().readRequest().ignore())) {
            final List<Asking> askings = new ArrayList<>();
            try (Caller caller = Caller.of(server, NO_DRAIN)) {
                for (int i = 0; i < CALLERS; i++) {
                    askings.add(Asking.start(threads, caller));
                }
                askings.forEach(Asking::awaitWaiting);
                final CountDownLatch ran = new CountDownLatch(1);
                threads.start(ran::countDown);
                assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
            }
            for (final Asking asking : askings) {
                assertThat(asking.failure().kind()).isEqualTo(Kind.CANCELLED);
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    @Fault("CON-07")
    void callers_on_the_common_pool_and_in_callbacks_are_answered() throws Exception {
        try (FaultServer server = FaultServer.start(Script.answering(Said.usage()));
                Caller caller = Caller.of(server)) {
            final List<CompletableFuture<Void>> callbacks = new ArrayList<>();
            final Executor inCallbacks =
                    task -> callbacks.add(CompletableFuture.runAsync(() -> {}).thenRun(task));
            for (final Executor executor :
                    List.of(CompletableFuture.completedFuture(0).defaultExecutor(), inCallbacks)) {
                final List<CompletableFuture<UsageReport>> answers = IntStream.range(0, CALLERS)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> caller.account().usage(Planted.SIM), executor))
                        .toList();
                for (final CompletableFuture<UsageReport> answer : answers) {
                    assertThat(answer.get(10, TimeUnit.SECONDS).sim()).isEqualTo(Planted.SIM);
                }
            }
        }
    }

    private static Duration interrupted(final CallerThreads threads, final Caller caller, final FaultServer server) {
        final Asking asking = Asking.start(threads, caller);
        asking.awaitWaiting();
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        final long began = System.nanoTime();
        asking.interrupt();
        assertThat(asking.failure().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(asking.flagKept).isTrue();
        return Duration.ofNanos(asking.endedAt - began);
    }

    private static Duration shorter(final Duration one, final Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A caller on a thread of its own, and how that ended. */
    private static final class Asking {

        private final CompletableFuture<UsageException> failure = new CompletableFuture<>();
        private final Thread thread;
        private volatile boolean flagKept;
        private volatile long endedAt;

        private Asking(final CallerThreads threads, final Caller caller) {
            this.thread = threads.start(() -> ask(caller));
        }

        static Asking start(final CallerThreads threads, final Caller caller) {
            return new Asking(threads, caller);
        }

        void awaitWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        void interrupt() {
            thread.interrupt();
        }

        UsageException failure() {
            return assertThat(failure).succeedsWithin(10, TimeUnit.SECONDS).actual();
        }

        private void ask(final Caller caller) {
            final UsageException failed = catchThrowableOfType(
                    UsageException.class, () -> caller.account().usage(Planted.SIM));
            endedAt = System.nanoTime();
            flagKept = Thread.currentThread().isInterrupted();
            failure.complete(failed);
        }
    }
}
