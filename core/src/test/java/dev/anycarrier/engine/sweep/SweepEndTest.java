package dev.anycarrier.engine.sweep;

import static dev.anycarrier.engine.sweep.Sweeps.positions;
import static dev.anycarrier.engine.sweep.Sweeps.run;
import static dev.anycarrier.engine.sweep.Sweeps.sim;
import static dev.anycarrier.engine.sweep.Sweeps.sims;
import static dev.anycarrier.engine.sweep.Sweeps.upTo;
import static dev.anycarrier.engine.sweep.Sweeps.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepOutcome.Reason;
import dev.anycarrier.sweep.SweepOutcome.Skipped;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepEndTest {

    private final List<SweepOutcome> outcomes = new ArrayList<>();

    @Test
    void a_cancelled_sweep_gives_every_sim_an_outcome() {
        final CountDownLatch never = new CountDownLatch(1);
        final FakeAccount stuck = new FakeAccount("stuck", 3).answering(sim -> {
            try {
                never.await();
                throw new AssertionError("nobody counts down");
            } catch (final InterruptedException e) {
                throw Sweeps.failure(Kind.CANCELLED);
            }
        });
        final FakeAccount good = new FakeAccount("good", 1);
        final SweepRun run = run(sims(1000, "stuck", "good"), stuck, good);

        final SweepProgress end = run.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 10) {
                run.cancel();
            }
        });

        assertThat(positions(outcomes)).isEqualTo(upTo(1000));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.sim().account().equals("stuck"))
                .allMatch(outcome -> outcome instanceof Skipped skipped && skipped.reason() == Reason.CANCELLED);
        assertThat(end.skipped() + end.done()).isEqualTo(1000);
        assertThat(stuck.asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void a_sweep_cancelled_before_it_starts_asks_nothing() {
        final FakeAccount account = new FakeAccount("one", 2);
        final SweepRun run = run(sims(100, "one"), account);
        run.cancel();

        run.run(outcomes::add);

        assertThat(words(outcomes)).isEqualTo(Map.of("CANCELLED", 100L));
        assertThat(account.asked).hasValue(0);
    }

    @Test
    void an_interruption_of_what_is_asked_never_reaches_the_input() {
        final FakeAccount account = new FakeAccount("one", 4);
        final AtomicInteger interrupted = new AtomicInteger();
        final Iterable<SimRef> input = () -> Stream.iterate(0L, number -> number + 1)
                .limit(5000)
                .peek(number -> interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0))
                .map(number -> sim("one", number))
                .iterator();
        final SweepRun run = run(input, account);

        run.run(outcome -> {
            outcomes.add(outcome);
            if (outcomes.size() == 100) {
                run.cancel();
            }
        });

        assertThat(positions(outcomes)).isEqualTo(upTo(5000));
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void a_closed_sweep_says_nothing_more_and_leaves_no_worker() throws InterruptedException {
        final CountDownLatch asked = new CountDownLatch(3);
        final CountDownLatch left = new CountDownLatch(3);
        final FakeAccount stuck = new FakeAccount("stuck", 3).answering(sim -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody counts down");
            } catch (final InterruptedException e) {
                left.countDown();
                throw Sweeps.failure(Kind.CANCELLED);
            }
        });
        final SweepRun run = run(sims(1000, "stuck"), stuck);
        final List<Throwable> ends = new ArrayList<>();
        final Thread consumer = new Thread(() -> {
            try {
                run.run(outcomes::add);
            } catch (final UsageException e) {
                ends.add(e);
            }
        });
        consumer.start();
        asked.await();

        run.close();
        run.close();

        assertThat(left.getCount()).isZero();
        consumer.join();
        assertThat(outcomes).isEmpty();
        assertThat(ends)
                .singleElement()
                .isInstanceOfSatisfying(
                        UsageException.class, end -> assertThat(end.kind()).isEqualTo(Kind.CANCELLED));
    }

    @Test
    void a_closed_sweep_cannot_be_started_and_none_is_started_twice() {
        final SweepRun closed = run(sims(10, "one"), new FakeAccount("one", 1));
        closed.close();
        assertThatThrownBy(() -> closed.run(outcomes::add)).isInstanceOf(UsageException.class);

        final SweepRun run = run(sims(10, "one"), new FakeAccount("one", 1));
        run.run(outcomes::add);
        assertThatThrownBy(() -> run.run(outcomes::add)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(run::stream).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_sink_that_throws_ends_the_sweep_with_what_it_threw() {
        final SweepRun run = run(sims(10, "one"), new FakeAccount("one", 1));

        assertThatThrownBy(() -> run.run(outcome -> {
                    throw new IllegalArgumentException("full");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("full");
        assertThat(run.progress().ended()).isZero();
    }

    @Test
    void an_input_that_throws_ends_the_sweep_with_what_it_threw() {
        final Iterable<SimRef> broken = () -> Stream.iterate(0L, number -> number + 1)
                .map(number -> {
                    if (number == 20) {
                        throw new IllegalArgumentException("line 20");
                    }
                    return sim("one", number);
                })
                .iterator();

        assertThatThrownBy(() -> run(broken, new FakeAccount("one", 2)).run(outcomes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 20");
    }

    @Test
    void an_interrupted_consumer_ends_the_sweep_and_keeps_its_flag() {
        final SweepRun run = run(sims(1000, "one"), new FakeAccount("one", 2));

        assertThatThrownBy(() -> run.run(outcome -> Thread.currentThread().interrupt()))
                .isInstanceOfSatisfying(
                        UsageException.class, end -> assertThat(end.kind()).isEqualTo(Kind.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.progress().ended()).isEqualTo(1);
    }

    @Test
    void an_iterator_that_can_be_closed_is_closed_when_it_is_no_longer_needed() {
        final AtomicInteger open = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();
        final Iterable<SimRef> input = () -> {
            open.incrementAndGet();
            opened.incrementAndGet();
            return new ClosableIterator(sims(1000, "one").iterator(), open::decrementAndGet);
        };
        run(input, new FakeAccount("one", 3), new FakeAccount("two", 3)).run(outcomes::add);
        assertThat(opened).hasValue(3);
        assertThat(open).hasValue(0);

        final SweepRun closed = run(input, new FakeAccount("one", 3));
        assertThatThrownBy(() -> closed.run(outcome -> closed.close())).isInstanceOf(UsageException.class);
        assertThat(open).hasValue(0);
    }
}
