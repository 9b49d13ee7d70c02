package dev.anycarrier.simulation.fault;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.usage.SimId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Callers on threads of their own, and what each of them got: a value or what was thrown. */
final class Callers {

    private final Scene scene;
    private final List<SimulatedThread> threads = new ArrayList<>();
    private final List<Object> outcomes = new ArrayList<>();

    Callers(final Scene scene) {
        this.scene = scene;
    }

    /** A SIM of its own for each number. */
    static SimId sim(final int number) {
        return SimId.parse(Long.toString(8_944_465_400_000_000_000L + number));
    }

    /** Starts one more. */
    SimulatedThread start(final Supplier<?> question) {
        final int index = outcomes.size();
        outcomes.add("no outcome");
        final SimulatedThread thread = scene.start(() -> outcomes.set(index, outcome(question)));
        threads.add(thread);
        return thread;
    }

    /** Starts one for each of so many SIMs. */
    void start(final CarrierAccount account, final int sims, final Duration deadline) {
        IntStream.range(0, sims)
                .forEach(number -> start(
                        () -> account.usage(sim(number), CallOptions.defaults().withDeadline(deadline))));
    }

    /** What they got, in the order of starting, once all have ended. */
    List<Object> outcomes() {
        threads.forEach(SimulatedThread::join);
        return List.copyOf(outcomes);
    }

    private static Object outcome(final Supplier<?> question) {
        try {
            return question.get();
        } catch (final RuntimeException | Error e) {
            return e;
        }
    }
}
