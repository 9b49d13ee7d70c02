package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.engine.ManualTime;
import dev.anycarrier.engine.flight.Caller;
import dev.anycarrier.engine.flight.TestPorts;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.Worker;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sweep whose workers ask on their own threads. */
@Timeout(60)
class FlyingSweepTest {

    private final TestPorts ports = new TestPorts();
    private final List<SweepOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final FakeAccount account = new FakeAccount("one", 1);
    private final Ports leaping = Sweeps.leaping(new ManualTime());

    @Test
    void each_worker_asks_on_its_own_thread() {
        final Set<String> threads = ConcurrentHashMap.newKeySet();
        account.flying(ports.ports(), sim -> {
            threads.add(Thread.currentThread().getName());
            return account.fresh(sim);
        });
        run(sims(20, "one"), SweepPlan.defaults(), ports.ports(), account).run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 20L));
        assertThat(threads).containsExactly("anycarrier-sweep-one");
    }

    @Test
    void a_question_that_takes_too_long_holds_up_nobody_and_is_asked_again() {
        sticksAtItsFirst();
        sweep(Watched::starts);
        assertThat(positions(outcomes)).isEqualTo(upTo(5));
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 5L));
        assertThat(answers.getCount()).isEqualTo(1);
        answers.countDown();
    }

    @Test
    void a_cancelled_sweep_does_not_wait_for_what_was_sent() {
        final AtomicBoolean interrupted = new AtomicBoolean();
        account.flying(ports.ports(), sim -> {
            interrupted.compareAndSet(false, sticks());
            return account.fresh(sim);
        });
        final SweepRun run = run(sims(5, "one"), SweepPlan.defaults(), ports.ports(), account);
        final Caller<SweepProgress> sweep = new Caller<>(() -> run.run(outcomes::add));
        until(asked);
        run.cancel();
        assertThat(sweep.value().skipped()).isEqualTo(5);
        assertThat(words(outcomes)).isEqualTo(Map.of("CANCELLED", 5L));
        answers.countDown();
        ports.untilWorkersEnded();
        assertThat(interrupted).isFalse();
        assertThat(account.asked()).isEqualTo(1);
    }

    @Test
    void a_closed_sweep_closes_its_input_although_what_was_sent_goes_on() {
        final CountDownLatch closed = new CountDownLatch(1);
        account.flying(ports.ports(), sim -> {
            sticks();
            return account.fresh(sim);
        });
        final Iterable<SimRef> input = () -> new ClosableIterator(sims(5, "one").iterator(), closed::countDown);
        final SweepRun run = run(input, SweepPlan.defaults(), ports.ports(), account);
        final Caller<SweepProgress> sweep = new Caller<>(() -> run.run(outcomes::add));
        until(asked);
        run.close();
        assertThat(sweep.failure()).hasMessageContaining("closed");
        until(closed);
        answers.countDown();
        ports.untilWorkersEnded();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void without_a_thread_to_take_its_place_a_late_answer_is_still_given() {
        sticksAtItsFirst();
        sweep((threads, start) -> {
            if (threads.isFirst()) {
                return threads.starts(start);
            }
            answers.countDown();
            throw new RejectedExecutionException("full");
        });
        assertThat(positions(outcomes)).isEqualTo(upTo(5));
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 5L));
    }

    @Test
    void whoever_comes_to_take_a_place_too_late_takes_none() {
        final CountDownLatch second = new CountDownLatch(1);
        final CountDownLatch goesOn = new CountDownLatch(1);
        account.flying(leaping, sim -> {
            if (account.asked() == 1) {
                sticks();
            } else if (account.asked() == 2) {
                second.countDown();
                until(goesOn);
            }
            return account.fresh(sim);
        });
        sweep((threads, start) -> {
            if (threads.isFirst()) {
                return threads.starts(start);
            }
            answers.countDown();
            // By now the first worker asks about another SIM.
            until(second);
            final Worker late = threads.starts(start);
            if (goesOn.getCount() > 0) {
                assertThat(ends(late)).isTrue();
                goesOn.countDown();
            }
            return late;
        });
        assertThat(positions(outcomes)).isEqualTo(upTo(5));
        assertThat(words(outcomes)).isEqualTo(Map.of("Fresh", 5L));
    }

    @Test
    void where_threads_are_cheap_none_has_more_than_four_questions() {
        final Map<Thread, Integer> questions = new ConcurrentHashMap<>();
        account.flying(ports.ports(), sim -> {
            questions.merge(Thread.currentThread(), 1, Integer::sum);
            return account.fresh(sim);
        });
        run(sims(20, "one"), SweepPlan.defaults(), ports.ports().withThreads(new Cheap(ports)), account)
                .run(outcomes::add);
        assertThat(positions(outcomes)).isEqualTo(upTo(20));
        assertThat(questions.values()).allMatch(number -> number <= 4);
    }

    @Test
    void what_is_not_asked_about_takes_no_thread_of_its_own() {
        run(sims(20, "unknown"), SweepPlan.defaults(), ports.ports().withThreads(new Cheap(ports)), account)
                .run(outcomes::add);
        assertThat(words(outcomes)).isEqualTo(Map.of("UNKNOWN_ACCOUNT", 20L));
        assertThat(ports.started()).isEqualTo(2);
    }

    private void sticksAtItsFirst() {
        account.flying(leaping, sim -> {
            if (account.asked() == 1) {
                sticks();
            }
            return account.fresh(sim);
        });
    }

    /** Runs a sweep in leaping time; a question about which nothing is heard has soon taken too long. */
    private void sweep(final BiFunction<Watched, Runnable, Worker> start) {
        run(
                        sims(5, "one"),
                        SweepPlan.defaults(),
                        leaping.withThreads(new Watched(leaping.threads(), start, new AtomicInteger())),
                        account)
                .run(outcomes::add);
    }

    private static boolean ends(final Worker worker) {
        try {
            return worker.join(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(final CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the test, and tells whether it was interrupted. */
    private boolean sticks() {
        asked.countDown();
        try {
            assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
            return false;
        } catch (final InterruptedException e) {
            return true;
        }
    }

    /** Threads of which each start is watched. Those of the lane for unknown accounts are none of them. */
    private record Watched(Threads threads, BiFunction<Watched, Runnable, Worker> start, AtomicInteger started)
            implements Threads {

        @Override
        public Lock lock() {
            return threads.lock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            return name.endsWith("-one") ? start.apply(this, task) : threads.start(name, task);
        }

        boolean isFirst() {
            return started.getAndIncrement() == 0;
        }

        Worker starts(final Runnable task) {
            return threads.start("watched", task);
        }
    }

    private record Cheap(Threads threads) implements Threads {

        @Override
        public Lock lock() {
            return threads.lock();
        }

        @Override
        public Worker start(final String name, final Runnable task) {
            return threads.start(name, task);
        }

        @Override
        public boolean areCheap() {
            return true;
        }
    }
}
