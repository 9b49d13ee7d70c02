package dev.anycarrier.simulation.interleaving;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Callers on threads of their own, what each of them got, and what of them shows that nothing is left behind. */
final class Callers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Simulation simulation;
    private final List<SimulatedThread> threads = new ArrayList<>();
    private final List<Object> outcomes = new ArrayList<>();

    Callers(final Simulation simulation) {
        this.simulation = simulation;
    }

    /** Starts one more. */
    SimulatedThread start(final Supplier<?> action) {
        final int index = outcomes.size();
        outcomes.add("no outcome");
        final SimulatedThread thread = simulation.start("caller", () -> outcomes.set(index, outcome(action)));
        threads.add(thread);
        return thread;
    }

    /** What they got, in the order of starting: a value, or what was thrown. */
    List<Object> outcomes() {
        threads.forEach(SimulatedThread::join);
        return List.copyOf(outcomes);
    }

    /** Lets everything that still can happen happen: no time passes before all others wait or have ended. */
    void settle() {
        pass(simulation.ports(), Duration.ofMillis(1));
    }

    /** Waits; one that is interrupted ends as the engine's own waits do. */
    static void pass(final Ports ports, final Duration time) {
        try {
            ports.time().sleep(time);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UsageException.of(UsageException.Kind.CANCELLED, "interrupted")
                    .build();
        }
    }

    static long deadline(final Ports ports) {
        return ports.time().nanoTime() + PATIENCE.toNanos();
    }

    /** Somebody who waits for half a minute, whatever is announced. */
    static Turn turn(final Ports ports) {
        return new Patient(deadline(ports));
    }

    static boolean isCancelled(final Object outcome) {
        return outcome instanceof UsageException failure && failure.kind() == UsageException.Kind.CANCELLED;
    }

    /** A value, or what was thrown. */
    static Object outcome(final Supplier<?> action) {
        try {
            return action.get();
        } catch (final UsageException e) {
            return e;
        }
    }

    private record Patient(long deadline) implements Flight {

        @Override
        public Priority priority() {
            return Priority.INTERACTIVE;
        }

        @Override
        public void waitsUntil(final long at, final UsageException refusal) {}

        @Override
        public void onChange(final Runnable changed) {}

        @Override
        public void sent() {}
    }
}
