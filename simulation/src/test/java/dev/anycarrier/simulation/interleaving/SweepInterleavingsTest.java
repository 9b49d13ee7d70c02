package dev.anycarrier.simulation.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.call.CallOptions;
import dev.anycarrier.call.UsageResult;
import dev.anycarrier.engine.port.Pilot;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.sweep.SweepPlan;
import dev.anycarrier.engine.sweep.SweepRun;
import dev.anycarrier.engine.sweep.SweptAccount;
import dev.anycarrier.simulation.schedule.Exploration;
import dev.anycarrier.simulation.schedule.Explorer;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UsageRecordQuery;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.SimStatus;
import dev.anycarrier.usage.UsageRecord;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A sweep by two workers, and somebody who cancels it, in every order with one preemption. */
class SweepInterleavingsTest {

    private static final List<SimRef> SIMS =
            List.of(SimRef.parse("fake:8944465400000217735"), SimRef.parse("fake:8944465400000217727"));

    private static void explore(final int preemptions, final Consumer<Simulation> scenario) {
        final Exploration exploration = Explorer.withPreemptions(preemptions).explore(scenario);
        assertThat(exploration.runs()).isGreaterThan(10);
    }

    @Test
    void every_sim_ends_in_one_outcome() {
        explore(1, simulation -> {
            final Account account = new Account(simulation.ports());
            final List<SimRef> ended = new ArrayList<>();
            new SweepRun(SIMS, Map.of("fake", account), SweepPlan.defaults(), simulation.ports()).run(outcome -> {
                assertThat(outcome).isInstanceOf(SweepOutcome.Read.class);
                ended.add(outcome.sim());
            });
            assertThat(ended).containsExactlyInAnyOrderElementsOf(SIMS);
            assertThat(account.asked).isEqualTo(2);
            new Callers(simulation).settle();
        });
    }

    @Test
    void whenever_it_is_cancelled_every_sim_still_ends_in_one_outcome() {
        explore(1, simulation -> {
            final Account account = new Account(simulation.ports());
            final List<SimRef> one = SIMS.subList(0, 1);
            final SweepRun run = new SweepRun(one, Map.of("fake", account), SweepPlan.defaults(), simulation.ports());
            final SimulatedThread canceller = simulation.start("canceller", run::cancel);
            final List<SimRef> ended = new ArrayList<>();
            run.run(outcome -> ended.add(outcome.sim()));
            canceller.join();
            assertThat(ended).containsExactlyElementsOf(one);
            new Callers(simulation).settle();
        });
    }

    /** Answers after a second. */
    private static final class Account implements SweptAccount {

        private final Ports ports;
        private int asked;

        Account(final Ports ports) {
            this.ports = ports;
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public String provider() {
            return "fake";
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(30);
        }

        @Override
        public int concurrency() {
            return 2;
        }

        @Override
        public UsageResult usage(final SimId sim, final CallOptions options, final Optional<Pilot> pilot) {
            asked++;
            Callers.pass(ports, Duration.ofSeconds(1));
            final UsageReport report = new UsageReport(
                    provider(),
                    name(),
                    sim,
                    SimStatus.ACTIVE,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    ports.time().instant(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return new UsageResult.Fresh(report, Duration.ZERO, List.of());
        }

        @Override
        public Optional<Stream<UsageRecord>> records(final UsageRecordQuery query) {
            return Optional.empty();
        }

        @Override
        public Duration timeFor(final long questions) {
            return Duration.ZERO;
        }
    }
}
