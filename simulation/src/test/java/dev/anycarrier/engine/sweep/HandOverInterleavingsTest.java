package dev.anycarrier.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The queue between a sweep's workers and its consumer: two who give, one who takes, one who closes. */
class HandOverInterleavingsTest {

    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();

    @Test
    void what_is_handed_over_is_taken_once_and_nobody_waits_on() {
        final long runs = Explorer.withPreemptions(2)
                .explore(simulation -> {
                    final HandOver<Integer> handOver =
                            new HandOver<>(simulation.ports().threads(), 1);
                    handOver.expect(2);
                    final SimulatedThread one = producer(simulation, handOver, 1, new ArrayList<>());
                    final SimulatedThread other = producer(simulation, handOver, 2, new ArrayList<>());
                    assertThat(takeAll(handOver)).containsExactlyInAnyOrder(1, 2, 11, 12);
                    one.join();
                    other.join();
                    assertThat(simulation.time().elapsed()).isZero();
                })
                .runs();
        assertThat(runs).isGreaterThan(1000);
    }

    @Test
    void what_comes_one_after_the_other_is_taken_a_moment_later_and_what_comes_after_a_while_at_once() {
        final Duration moment = Duration.ofMillis(1);
        final Set<Duration> delays = new HashSet<>();
        final long runs = Explorer.withPreemptions(2)
                .explore(simulation -> {
                    final HandOver<Duration> handOver =
                            new HandOver<>(simulation.ports().threads(), 100);
                    handOver.expect(1);
                    final SimulatedThread producer = simulation.start("producer", () -> {
                        for (final Duration pause : List.of(Duration.ZERO, Duration.ZERO, moment.multipliedBy(5))) {
                            pause(simulation, pause);
                            handOver.put(simulation.time().elapsed());
                        }
                        handOver.producerEnded();
                    });
                    for (int item = 1; item <= 2; item++) {
                        delays.add(takeOne(handOver)
                                .negated()
                                .plus(simulation.time().elapsed()));
                    }
                    assertThat(takeOne(handOver)).isEqualTo(simulation.time().elapsed());
                    producer.join();
                })
                .runs();
        assertThat(delays).containsExactlyInAnyOrder(Duration.ZERO, moment);
        assertThat(runs).isGreaterThan(10);
    }

    @Test
    void when_it_is_closed_whoever_gives_and_takes_goes_on() {
        final long runs = Explorer.withPreemptions(3)
                .explore(simulation -> {
                    final HandOver<Integer> handOver =
                            new HandOver<>(simulation.ports().threads(), 1);
                    handOver.expect(1);
                    final List<Integer> given = new ArrayList<>();
                    final SimulatedThread producer = producer(simulation, handOver, 1, given);
                    final SimulatedThread closer = simulation.start("closer", handOver::close);
                    final List<Integer> taken = takeAll(handOver);
                    producer.join();
                    closer.join();
                    assertThat(given).containsAll(taken);
                    assertThat(handOver.isOver()).isTrue();
                    assertThat(handOver.put(3)).isFalse();
                })
                .runs();
        assertThat(runs).isGreaterThan(100);
    }

    private static SimulatedThread producer(
            final Simulation simulation, final HandOver<Integer> handOver, final int name, final List<Integer> given) {
        return simulation.start("producer", () -> {
            for (final int item : new int[] {name, 10 + name}) {
                given.add(item);
                if (!handOver.put(item)) {
                    given.remove(given.size() - 1);
                }
            }
            handOver.producerEnded();
        });
    }

    private static void pause(final Simulation simulation, final Duration pause) {
        try {
            simulation.ports().time().sleep(pause);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T takeOne(final HandOver<T> handOver) {
        return take(handOver).orElseThrow();
    }

    private static List<Integer> takeAll(final HandOver<Integer> handOver) {
        final List<Integer> taken = new ArrayList<>();
        while (!handOver.isOver()) {
            take(handOver).ifPresent(taken::add);
        }
        return taken;
    }

    private static <T> Optional<T> take(final HandOver<T> handOver) {
        try {
            return handOver.take(PATIENCE);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
