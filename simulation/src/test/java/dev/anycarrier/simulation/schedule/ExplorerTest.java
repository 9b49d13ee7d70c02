package dev.anycarrier.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

// Single waits and unguarded locks are what is tested here.
@SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry"})
class ExplorerTest {

    @Test
    void every_order_of_two_threads_with_two_steps_each_is_run_once() {
        final Set<String> orders = new TreeSet<>();
        final Exploration exploration = Explorer.exhaustive().explore(simulation -> {
            final StringBuilder order = new StringBuilder();
            final SimulatedThread a = simulation.start("a", () -> steps(simulation, order, 'a'));
            final SimulatedThread b = simulation.start("b", () -> steps(simulation, order, 'b'));
            a.join();
            b.join();
            orders.add(order.toString());
        });
        assertThat(orders).containsExactly("aabb", "abab", "abba", "baab", "baba", "bbaa");
        assertThat(exploration.runs()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_lost_update_is_found_with_one_preemption() {
        assertThatThrownBy(() -> Explorer.withPreemptions(1).explore(ExplorerTest::lostUpdate))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in the order [");
        assertThat(Explorer.withPreemptions(0).explore(ExplorerTest::lostUpdate).runs())
                .isPositive();
    }

    @Test
    void a_lost_wakeup_is_found_as_a_deadlock() {
        assertThatThrownBy(() -> Explorer.exhaustive().explore(simulation -> {
                    final Lock lock = simulation.ports().threads().lock();
                    final Condition condition = lock.newCondition();
                    final SimulatedThread waiter = simulation.start("waiter", () -> {
                        lock.lock();
                        condition.awaitUninterruptibly();
                        lock.unlock();
                    });
                    lock.lock();
                    condition.signal();
                    lock.unlock();
                    waiter.join();
                }))
                .hasRootCauseInstanceOf(Deadlock.class);
    }

    @Test
    void a_timer_that_goes_off_while_threads_could_go_on_is_an_order_of_its_own() {
        final Set<Boolean> seen = new TreeSet<>();
        Explorer.withPreemptions(2).withEarlyTimers().explore(simulation -> seen.add(signalledInTime(simulation)));
        assertThat(seen).containsExactly(false, true);
        seen.clear();
        Explorer.exhaustive().explore(simulation -> seen.add(signalledInTime(simulation)));
        assertThat(seen).containsExactly(true);
    }

    private static boolean signalledInTime(final Simulation simulation) {
        final Lock lock = simulation.ports().threads().lock();
        final Condition condition = lock.newCondition();
        final boolean[] done = {false};
        final boolean[] inTime = {false};
        final SimulatedThread waiter = simulation.start("waiter", () -> {
            lock.lock();
            try {
                inTime[0] = done[0] || condition.awaitNanos(1_000) > 0;
            } catch (final InterruptedException e) {
                throw new AssertionError(e);
            } finally {
                lock.unlock();
            }
        });
        lock.lock();
        done[0] = true;
        condition.signal();
        lock.unlock();
        waiter.join();
        return inTime[0];
    }

    private static void lostUpdate(final Simulation simulation) {
        final int[] count = {0};
        final Runnable increment = () -> {
            final int read = count[0];
            simulation.yieldNow();
            count[0] = read + 1;
        };
        final SimulatedThread other = simulation.start("other", increment);
        increment.run();
        other.join();
        assertThat(count[0]).isEqualTo(2);
    }

    private static void steps(final Simulation simulation, final StringBuilder order, final char name) {
        order.append(name);
        simulation.yieldNow();
        order.append(name);
    }
}
