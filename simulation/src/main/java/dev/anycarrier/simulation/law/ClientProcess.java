package dev.anycarrier.simulation.law;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.settings.SettingsBuilder;
import dev.anycarrier.simulation.fleet.SimulatedCarrier;
import dev.anycarrier.simulation.fleet.SimulatedWire;
import dev.anycarrier.simulation.schedule.SimulatedThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One life of the client's process: opens the front door, lets its clients ask, and closes. */
final class ClientProcess {

    private final Stage stage;
    private final String name;
    private final List<SimulatedWire> wires = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private Optional<Anycarrier> opened = Optional.empty();
    private Optional<SimulatedThread> closer = Optional.empty();

    ClientProcess(final Stage stage, final String name) {
        this.stage = stage;
        this.name = name;
    }

    void run() {
        final Anycarrier carriers = open();
        opened = Optional.of(carriers);
        final List<SimulatedThread> threads = new ArrayList<>();
        for (int client = 0; client < stage.story().clients().size(); client++) {
            final Caller caller = new Caller(stage, name, client, carriers);
            callers.add(caller);
            threads.add(caller.start());
        }
        stage.story()
                .sweep()
                .ifPresent(plan ->
                        threads.add(stage.simulation().start("sweep", new Sweeper(stage, name, plan, carriers)::run)));
        stage.story()
                .reads()
                .ifPresent(when ->
                        threads.add(stage.simulation().start("reader", new Reader(stage, when, carriers)::run)));
        threads.forEach(SimulatedThread::join);
        close(carriers);
    }

    List<Caller> callers() {
        return callers;
    }

    /** Closes everything while questions are under way. */
    void closeEarly() {
        stage.progressing().closing = true;
        closer = Optional.of(stage.simulation().current());
        opened.ifPresent(Anycarrier::close);
    }

    /** Takes an account away for a while. */
    void withoutAccount(final String account, final Duration time) {
        callers.forEach(caller -> caller.accountClosed(account));
        opened.ifPresent(carriers -> {
            try {
                carriers.apply(settings(Optional.of(account)));
                stage.sleep(time);
                carriers.apply(settings(Optional.empty()));
            } catch (final IllegalStateException e) {
                stage.simulation().log("no settings after the end");
            }
        });
    }

    private Anycarrier open() {
        final Evidence evidence = stage.evidence();
        final Ports ports = stage.simulation().ports();
        return Anycarrier.builder()
                .settings(settings(Optional.empty()))
                .ports(ports.withThreads(new RefusingThreads(
                        ports.threads(),
                        stage.simulation().time(),
                        stage.story().faults(),
                        stage.listener())))
                .state(evidence.state.open(stage.simulation(), stage.story().faults(), stage.listener()))
                .wires((account, options) -> {
                    final SimulatedWire wire = new SimulatedWire(
                            stage.simulation(), evidence.fleet.carrier(account), name, options.maximumBodyBytes());
                    wires.add(wire);
                    return wire;
                })
                .build();
    }

    private Settings settings(final Optional<String> without) {
        final SettingsBuilder settings =
                Settings.builder().environment(Map.of()).systemProperties(Map.of());
        for (final SimulatedCarrier carrier : stage.evidence().fleet.carriers()) {
            if (!without.equals(Optional.of(carrier.account()))) {
                carrier.settings().forEach((key, value) -> settings.set(carrier.account() + "." + key, value));
                settings.secret(carrier.options().secretSetting(), carrier.credentials());
            }
        }
        return settings.build();
    }

    private void close(final Anycarrier carriers) {
        closer.ifPresent(SimulatedThread::join);
        final long begun = stage.now();
        carriers.close();
        carriers.close();
        final SimulatedThread self = stage.simulation().current();
        final List<String> left = stage.simulation().threads().stream()
                .filter(thread -> thread.startsWith("anycarrier"))
                .filter(thread -> !thread.startsWith(self.name()))
                .toList();
        stage.evidence()
                .closings
                .add(new Closing(
                        name,
                        stage.now(),
                        stage.now() - begun,
                        left,
                        (int) wires.stream().filter(wire -> !wire.isClosed()).count(),
                        wires.stream().mapToInt(SimulatedWire::open).sum()));
    }
}
