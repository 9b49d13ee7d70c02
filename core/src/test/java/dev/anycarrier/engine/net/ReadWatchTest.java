package dev.anycarrier.engine.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A read waits no longer than it may, and nothing is ended that is not due. */
class ReadWatchTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final AtomicInteger closed = new AtomicInteger();
    private final WatchedRead read =
            new WatchedRead(new ReadWatch(Threads.system(), TimeSource.system()), closed::incrementAndGet);

    @Test
    void a_read_that_is_over_is_not_ended_and_neither_is_the_next_before_its_time() {
        read.begin(100);
        assertThat(read.end()).isTrue();
        assertThat(read.endIfDue(200)).isEqualTo(WatchedRead.NOBODY);
        read.begin(300);
        assertThat(read.endIfDue(200)).isEqualTo(100);
        assertThat(read.end()).isTrue();
        assertThat(closed).hasValue(0);
    }

    @Test
    void a_read_whose_time_is_over_is_ended_once_and_hears_of_it() {
        read.begin(300);
        assertThat(read.endIfDue(300)).isEqualTo(WatchedRead.NOBODY);
        assertThat(read.endIfDue(301)).isEqualTo(WatchedRead.NOBODY);
        assertThat(closed).hasValue(1);
        assertThat(read.end()).isFalse();
        assertThat(read.isWaiting()).isFalse();
    }

    @Test
    void a_read_whose_thread_was_interrupted_is_ended_before_its_time() {
        read.begin(300);
        Thread.currentThread().interrupt();
        try {
            assertThat(read.endIfDue(200)).isEqualTo(WatchedRead.NOBODY);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(closed).hasValue(1);
        assertThat(read.end()).isFalse();
    }

    @Test
    void what_is_read_is_in_use_until_the_look_after_its_end() {
        assertThat(read.isInUse()).isFalse();
        read.begin(300);
        assertThat(read.isInUse()).isTrue();
        assertThat(read.isInUse()).isTrue();
        assertThat(read.end()).isTrue();
        assertThat(read.isInUse()).isTrue();
        assertThat(read.isInUse()).isFalse();
    }

    @Test
    void where_no_thread_is_to_be_had_a_read_ends_at_its_deadline_all_the_same() throws Exception {
        try (RawServer server = RawServer.start(talk -> {
                    talk.readRequest();
                    talk.awaitClose();
                });
                BoundedHttpClient client =
                        new Clients.With().threads(Counted.none()).open()) {
            assertGivenUp(client, server);
        }
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client =
                        new Clients.With().threads(Counted.none()).open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
        }
    }

    @Test
    void an_embedders_threads_are_left_to_calls() throws Exception {
        final Counted threads = Counted.asManyAsStarted();
        try (RawServer server = RawServer.answering(Answers.OK);
                BoundedHttpClient client = new Clients.With()
                        .threads(Threads.of(task -> threads.start("embedder", task)))
                        .open()) {
            assertThat(Clients.text(Clients.get(client, server.uri("/")))).isEqualTo("ok");
            assertThat(threads.started).isEmpty();
        }
    }

    @Test
    void a_short_read_is_given_up_in_time_while_a_longer_one_waits() throws Exception {
        final Semaphore waiting = new Semaphore(0);
        final AtomicReference<Throwable> ended = new AtomicReference<>();
        try (RawServer server = RawServer.start(talk -> {
            talk.readRequest();
            waiting.release();
            talk.awaitClose();
        })) {
            final Worker other;
            try (BoundedHttpClient client = Clients.open()) {
                other = Threads.system()
                        .start(
                                "long read",
                                () -> ended.set(Assertions.catchThrowable(() -> Clients.get(client, server.uri("/")))));
                assertThat(waiting.tryAcquire(PATIENCE_NANOS, TimeUnit.NANOSECONDS))
                        .isTrue();
                assertGivenUp(client, server);
            }
            assertEnds(other);
            assertThat(ended.get()).isInstanceOf(UsageException.class);
        }
    }

    @Test
    void its_thread_ends_when_nobody_reads_any_more_and_another_one_comes_with_the_next_read() throws Exception {
        final Counted threads = Counted.asManyAsStarted();
        try (RawServer server = RawServer.answering(Answers.OK)) {
            try (BoundedHttpClient client = new Clients.With().threads(threads).open()) {
                Clients.get(client, server.uri("/"));
                assertThat(threads.started).hasSize(1);
                assertEnds(threads.started.get(0));
                Clients.get(client, server.uri("/"));
                assertThat(threads.started).hasSize(2);
                assertThat(server.connections()).isEqualTo(1);
            }
            assertEnds(threads.started.get(1));
        }
    }

    private static void assertEnds(final Worker worker) throws InterruptedException {
        assertThat(worker.join(TimeSource.system().nanoTime() + PATIENCE_NANOS)).isTrue();
    }

    private static void assertGivenUp(final BoundedHttpClient client, final RawServer server) {
        final UsageException failure = Clients.failure(client, server.uri("/"), SHORT);
        assertThat(failure.unavailableCause()).contains(UnavailableCause.ATTEMPT_TIMEOUT);
    }

    private static final class Counted implements Threads {

        private final boolean none;
        private final List<Worker> started = new CopyOnWriteArrayList<>();

        private Counted(final boolean none) {
            this.none = none;
        }

        static Counted none() {
            return new Counted(true);
        }

        static Counted asManyAsStarted() {
            return new Counted(false);
        }

        @Override
        public Lock lock() {
            return Threads.system().lock();
        }

        @Override
        public boolean areUnlimited() {
            return true;
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            if (none) {
                throw new RejectedExecutionException("none");
            }
            final Worker worker = Threads.system().start(name, task);
            started.add(worker);
            return worker;
        }
    }
}
