package dev.anycarrier.simulation.fleet;

import dev.anycarrier.engine.port.StateEntry;
import dev.anycarrier.engine.port.StateStore;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.spi.UnavailableCause;
import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What outlives a simulated process, in memory. A process's way to it may fail or be slow; what is kept stays. */
public final class MemoryStateStore {

    private final Map<String, List<StateEntry>> entries = new LinkedHashMap<>();

    /** Everything that was kept. */
    public Map<String, List<StateEntry>> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** A process's way to it. */
    public StateStore open(final Simulation simulation, final Faults faults, final FaultListener listener) {
        return new Opened(simulation, faults, listener);
    }

    private final class Opened implements StateStore {

        private final Simulation simulation;
        private final Faults faults;
        private final FaultListener listener;

        Opened(final Simulation simulation, final Faults faults, final FaultListener listener) {
            this.simulation = simulation;
            this.faults = faults;
            this.listener = listener;
        }

        @Override
        public void restore(final String account, final Consumer<StateEntry> each) {
            simulation.yieldNow();
            List.copyOf(entries.getOrDefault(account, List.of())).forEach(each);
        }

        @Override
        public void append(final String account, final StateEntry entry) {
            simulation.yieldNow();
            final Duration now = simulation.time().elapsed();
            faults.on(FaultKind.STATE_SLOW, now).ifPresent(slow -> {
                listener.hit(slow, Optional.empty());
                pause(slow.amount());
            });
            final Optional<Fault> failing = faults.on(FaultKind.STATE_FAILS, now);
            if (failing.isPresent()) {
                listener.hit(failing.get(), Optional.empty());
                throw UsageException.unavailable(UnavailableCause.LOCAL, "the state cannot be kept")
                        .build();
            }
            entries.computeIfAbsent(account, missing -> new ArrayList<>()).add(entry);
        }

        @Override
        public void close() {}

        /** A disk is not interrupted. */
        private void pause(final long millis) {
            boolean interrupted = false;
            final long until =
                    simulation.time().nanoTime() + Duration.ofMillis(millis).toNanos();
            while (until - simulation.time().nanoTime() > 0) {
                try {
                    simulation
                            .time()
                            .sleep(Duration.ofNanos(until - simulation.time().nanoTime()));
                } catch (final InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
