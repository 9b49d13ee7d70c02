package dev.anycarrier.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

// Single waits and unguarded locks are what is tested here.
@SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry"})
class SchedulingTest {

    @Test
    void time_passes_only_while_everybody_waits() {
        final Simulation simulation = Simulation.of(1);
        simulation.run(() -> {
            final long before = simulation.time().nanoTime();
            final Instant wall = simulation.time().instant();
            sleep(simulation, Duration.ofDays(3));
            final long slept = simulation.time().nanoTime() - before;
            assertThat(slept).isBetween(days(3), days(3) + 100_000);
            assertThat(simulation.time().nanoTime()).isLessThan(before);
            assertThat(Duration.between(wall, simulation.time().instant())).isEqualTo(Duration.ofNanos(slept));
        });
    }

    @Test
    void the_wall_clock_can_be_stepped_and_the_monotonic_clock_does_not_notice() {
        final Simulation simulation = Simulation.of(1);
        simulation.run(() -> {
            final long before = simulation.time().nanoTime();
            final Instant wall = simulation.time().instant();
            simulation.time().stepWallClock(Duration.ofHours(-1));
            assertThat(simulation.time().nanoTime()).isEqualTo(before);
            assertThat(simulation.time().instant()).isEqualTo(wall.minusSeconds(3600));
        });
    }

    @Test
    void the_same_seed_gives_the_same_log_and_another_seed_another() {
        assertThat(story(7)).isEqualTo(story(7)).isNotEqualTo(story(8));
    }

    @Test
    void a_lock_admits_one_at_a_time_and_signals_go_to_the_longest_waiting() {
        for (int seed = 0; seed < 50; seed++) {
            final Simulation simulation = Simulation.of(seed);
            final Lock lock = simulation.ports().threads().lock();
            final Condition condition = lock.newCondition();
            final List<String> arrived = new ArrayList<>();
            final List<String> left = new ArrayList<>();
            simulation.run(() -> {
                final List<SimulatedThread> threads = new ArrayList<>();
                for (final String name : List.of("a", "b", "c")) {
                    threads.add(simulation.start(name, () -> {
                        lock.lock();
                        try {
                            arrived.add(name);
                            condition.awaitUninterruptibly();
                            left.add(name);
                        } finally {
                            lock.unlock();
                        }
                    }));
                }
                sleep(simulation, Duration.ofSeconds(1));
                for (int i = 0; i < 3; i++) {
                    lock.lock();
                    condition.signal();
                    lock.unlock();
                    sleep(simulation, Duration.ofSeconds(1));
                }
                threads.forEach(SimulatedThread::join);
            });
            assertThat(left).isEqualTo(arrived).hasSize(3);
        }
    }

    @Test
    void a_timed_wait_ends_by_itself_and_says_how_much_is_left() {
        final Simulation simulation = Simulation.of(3);
        final Lock lock = simulation.ports().threads().lock();
        final Condition condition = lock.newCondition();
        simulation.run(() -> {
            lock.lock();
            try {
                assertThat(condition.awaitNanos(1_000_000_000L)).isLessThanOrEqualTo(0);
                assertThat(condition.awaitNanos(-1)).isLessThanOrEqualTo(0);
            } catch (final InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                lock.unlock();
            }
        });
    }

    @Test
    void an_interrupt_ends_a_wait_and_shows_in_the_flag_of_a_thread_that_does_not_wait() {
        final Simulation simulation = Simulation.of(4);
        final List<String> seen = new ArrayList<>();
        simulation.run(() -> {
            final Worker sleeper = simulation.ports().threads().start("sleeper", () -> {
                try {
                    simulation.time().sleep(Duration.ofHours(1));
                    seen.add("slept");
                } catch (final InterruptedException e) {
                    seen.add("interrupted, flag " + Thread.currentThread().isInterrupted());
                }
            });
            sleep(simulation, Duration.ofSeconds(1));
            sleeper.interrupt();
            final SimulatedThread busy = simulation.start("busy", () -> {
                while (!Thread.currentThread().isInterrupted()) {
                    simulation.yieldNow();
                }
                seen.add("noticed");
                try {
                    simulation.time().sleep(Duration.ofHours(1));
                } catch (final InterruptedException e) {
                    seen.add("at once");
                }
            });
            sleep(simulation, Duration.ofSeconds(1));
            busy.interrupt();
            busy.join();
            assertThat(simulation.time().elapsed()).isLessThan(Duration.ofSeconds(3));
        });
        assertThat(seen).containsExactly("interrupted, flag false", "noticed", "at once");
    }

    @Test
    void an_interrupt_is_gone_with_the_task_it_was_meant_for() {
        for (int seed = 0; seed < 20; seed++) {
            final Simulation simulation = Simulation.of(seed);
            simulation.run(() -> {
                for (int i = 0; i < 5; i++) {
                    final SimulatedThread thread = simulation.start("t", () -> {
                        assertThat(Thread.currentThread().isInterrupted()).isFalse();
                        Thread.currentThread().interrupt();
                    });
                    thread.join();
                }
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            });
        }
    }

    @Test
    void a_deadlock_is_reported_with_what_each_thread_waits_for() {
        final Simulation simulation = Simulation.of(5);
        final Lock one = simulation.ports().threads().lock();
        final Condition never = one.newCondition();
        assertThatThrownBy(() -> simulation.run(() -> {
                    one.lock();
                    never.awaitUninterruptibly();
                }))
                .isInstanceOf(Deadlock.class)
                .hasMessageContaining("main#0 waits for signal")
                .hasMessageContaining(SchedulingTest.class.getSimpleName());
    }

    @Test
    void a_killed_process_does_nothing_more_and_leaves_no_thread() {
        for (int seed = 0; seed < 50; seed++) {
            final Simulation simulation = Simulation.of(seed);
            final List<String> after = new ArrayList<>();
            final boolean[] killed = {false};
            final List<String> left = simulation.run(() -> {
                final Lock lock = simulation.ports().threads().lock();
                final SimulatedProcess process = simulation.startProcess("victim", () -> {
                    for (int i = 0; i < 3; i++) {
                        simulation.start("worker", () -> {
                            while (true) {
                                lock.lock();
                                try {
                                    sleep(simulation, Duration.ofMillis(1));
                                } finally {
                                    lock.unlock();
                                    if (killed[0]) {
                                        simulation.yieldNow();
                                        after.add("acted");
                                    }
                                }
                            }
                        });
                    }
                });
                sleep(simulation, Duration.ofMillis(20));
                killed[0] = true;
                process.kill();
                assertThat(process.threads()).isZero();
                sleep(simulation, Duration.ofMillis(20));
            });
            assertThat(after).isEmpty();
            assertThat(left).isEmpty();
        }
    }

    @Test
    void threads_that_outlive_the_first_are_named_and_unwound() {
        final Simulation simulation = Simulation.of(6);
        final List<String> left = simulation.run(() -> {
            simulation.start("late", () -> sleep(simulation, Duration.ofDays(1)));
            sleep(simulation, Duration.ofSeconds(1));
        });
        assertThat(left).singleElement().asString().startsWith("late#1: sleep");
    }

    private static String story(final long seed) {
        final Simulation simulation = Simulation.of(seed);
        simulation.run(() -> {
            final List<SimulatedThread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                threads.add(simulation.start("t", () -> {
                    for (int step = 0; step < 10; step++) {
                        sleep(
                                simulation,
                                Duration.ofMillis(simulation.ports().random().nextInt(1, 10)));
                        simulation.log("step " + step);
                    }
                }));
            }
            threads.forEach(SimulatedThread::join);
        });
        return simulation.log().toString() + simulation.log().hash();
    }

    private static void sleep(final Simulation simulation, final Duration time) {
        try {
            simulation.time().sleep(time);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long days(final int days) {
        return Duration.ofDays(days).toNanos();
    }
}
