package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.engine.fresh.UsageValues;
import dev.anycarrier.engine.fresh.UsageValues.Known;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.Bucket;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.Service;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is known of a SIM, while it is loaded, found to be unknown, and forgotten, all at once. */
class KnownValueTest {

    private static final Duration KEPT = Duration.ofMinutes(10);

    @Test
    @Fault("CON-04")
    void no_order_of_loading_forgetting_and_a_sim_unknown_in_between_brings_an_older_value_back() {
        final Exploration exploration = Explorer.withPreemptions(2).explore(simulation -> {
            final Ports ports = simulation.ports();
            final List<StateEntry> kept = new ArrayList<>();
            final UsageValues values =
                    new UsageValues(ports, new Yielding(simulation, kept), "a", 10, Duration.ofMinutes(1), KEPT);
            values.keep(Scene.SIM, report(ports, 0));
            passTo(simulation, KEPT.minusSeconds(1));
            final UsageReport older = report(ports, 1);
            passTo(simulation, KEPT);
            final UsageReport newer = report(ports, 2);
            final List<SimulatedThread> threads = List.of(
                    simulation.start("older", () -> values.keep(Scene.SIM, older)),
                    simulation.start("newer", () -> {
                        final Known known = values.keep(Scene.SIM, newer);
                        assertThat(known.report()).isEqualTo(newer);
                        assertThat(found(values)).isEqualTo(2);
                    }),
                    simulation.start(
                            "unknown",
                            () -> values.unknown(
                                    Scene.SIM,
                                    UsageException.of(Kind.NOT_FOUND, "gone").build())),
                    simulation.start("reader", () -> {
                        final long first = found(values);
                        simulation.yieldNow();
                        assertThat(found(values)).isGreaterThanOrEqualTo(first);
                    }));
            threads.forEach(SimulatedThread::join);
            assertThat(found(values)).isEqualTo(2);
            assertThat(((StateEntry.Value) kept.get(kept.size() - 1)).report()).isEqualTo(newer);
        });
        assertThat(exploration.runs()).isGreaterThan(100);
    }

    @Test
    @Fault("CON-04")
    void an_answer_that_comes_after_a_later_question_s_does_not_replace_it() {
        Scene.play(scene -> {
            // The first answer left the carrier first, and was so long on its way that its caller was gone.
            scene.answer(request -> scene.questions().size() == 1
                    ? Reply.balance(1024).after(Duration.ofSeconds(8))
                    : Reply.balance(512));
            final CarrierAccount pressone = scene.account("pressone", "limit-sim=10/1s", "minimum-interval=0s");
            final CallOptions brief = CallOptions.defaults().withDeadline(Duration.ofSeconds(1));
            assertThat(Scene.failure(() -> pressone.usage(Scene.SIM, brief)).kind())
                    .isEqualTo(Kind.DEADLINE_EXCEEDED);
            final UsageReport newest = pressone.usage(
                            Scene.SIM, CallOptions.defaults().withMaximumAge(Duration.ZERO))
                    .report();
            scene.pass(Duration.ofSeconds(10));
            final UsageReport known = pressone.usage(
                            Scene.SIM, CallOptions.defaults().withMaximumAge(Duration.ofHours(1)))
                    .report();
            assertThat(known.fetchedAt()).isAfterOrEqualTo(newest.fetchedAt());
            assertThat(scene.questions()).hasSizeLessThanOrEqualTo(2);
        });
    }

    private static long found(final UsageValues values) {
        return values.find(Scene.SIM)
                .map(known ->
                        known.report().buckets().get(0).used().orElseThrow().amount())
                .orElse(-1L);
    }

    private static void passTo(final Simulation simulation, final Duration elapsed) {
        final Duration left = elapsed.minus(simulation.time().elapsed());
        try {
            simulation.time().sleep(left);
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static UsageReport report(final Ports ports, final int used) {
        return new UsageReport(
                "plugin",
                "a",
                Scene.SIM,
                SimStatus.ACTIVE,
                Optional.of("ON"),
                List.of(Bucket.limited(Service.DATA, Quantity.bytes(2L << 30), Quantity.bytes((2L << 30) - used))),
                List.of(),
                ports.time().instant(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** A store at which others may go first. */
    private record Yielding(Simulation simulation, List<StateEntry> kept) implements StateStore {

        @Override
        public void restore(final String account, final Consumer<StateEntry> each) {}

        @Override
        public void append(final String account, final StateEntry entry) {
            simulation.yieldNow();
            kept.add(entry);
            simulation.yieldNow();
        }

        @Override
        public void close() {}
    }
}
