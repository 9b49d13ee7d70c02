package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.Fleet;
import dev.anycarrier.simulation.fleet.MemoryStateStore;
import dev.anycarrier.simulation.schedule.SimulatedProcess;
import dev.anycarrier.simulation.schedule.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays a story from its beginning to its end. */
final class StoryRun {

    private static final String OPERATOR = "operator";
    private static final int INTERRUPTS = 12;
    private static final Duration PATIENCE = Duration.ofDays(20);

    private final Stage stage;
    private final Story story;
    private @Nullable ClientProcess client;
    private @Nullable SimulatedProcess process;

    private StoryRun(final Stage stage) {
        this.stage = stage;
        this.story = stage.story();
    }

    static Evidence play(final Story story, final Coverage coverage) {
        final Path folder = newFolder();
        try {
            final Simulation simulation = Simulation.of(story.seed());
            final States[] states = new States[1];
            final Fleet fleet = new Fleet(
                    simulation,
                    story.carriers(),
                    story.faults(),
                    (fault, sim) -> states[0].met(
                            fault, sim, simulation.time().elapsed().toNanos()),
                    true);
            final Evidence evidence = new Evidence(story, fleet, new MemoryStateStore());
            states[0] = new States(evidence, coverage);
            final Stage stage = new Stage(
                    simulation, evidence, new Progressing(story.clients().size()), states[0], folder);
            new StoryRun(stage).run();
            return evidence;
        } finally {
            delete(folder);
        }
    }

    private void run() {
        final Simulation simulation = stage.simulation();
        final Evidence evidence = stage.evidence();
        try {
            final List<String> left = simulation.run(this::direct).stream()
                    .filter(thread -> !thread.startsWith(OPERATOR))
                    .toList();
            final boolean disk =
                    evidence.closings.stream().anyMatch(closing -> ClosedLaw.waitsForDisk(evidence, closing));
            if (!left.isEmpty() && !disk) {
                evidence.broken = "threads were left when everything was over: " + left;
            }
        } catch (final RuntimeException | AssertionError e) {
            evidence.broken = "the story broke off: " + e;
        }
        evidence.log = simulation.log().toString();
        evidence.logHash = simulation.log().hash();
    }

    /** What goes wrong on our own side, in the order of time. */
    private void direct() {
        begin();
        for (final Fault fault : story.faults().ofClient()) {
            if (waitUntil(fault.from())) {
                break;
            }
            stage.simulation().log("fault " + fault.kind());
            apply(fault);
        }
        while (true) {
            if (!waitUntil(stage.simulation().time().elapsed().plus(PATIENCE))) {
                stage.evidence().broken = "the clients never came to their end: "
                        + stage.simulation().threads();
                return;
            }
            if (!stage.progressing().closing) {
                return;
            }
            // Whoever closed everything opens it once more for what was not asked yet.
            stage.progressing().closing = false;
            begin();
        }
    }

    private void begin() {
        final String name = "p" + stage.progressing().process;
        final ClientProcess next = new ClientProcess(stage, name);
        client = next;
        stage.simulation().log("process " + name + " begins");
        process = stage.simulation().startProcess(name, next::run);
        stage.progressing().process++;
    }

    private void apply(final Fault fault) {
        final ClientProcess running = client;
        final SimulatedProcess host = process;
        if (running == null || host == null) {
            return;
        }
        final Evidence evidence = stage.evidence();
        switch (fault.kind()) {
            case INTERRUPT -> {
                stage.simulation().start(OPERATOR, () -> interrupt(fault));
            }
            case WALL_CLOCK -> {
                stage.met(fault, Optional.empty());
                evidence.wallClockStepped = true;
                stage.simulation().time().stepWallClock(Duration.ofMillis(fault.amount()));
            }
            case SUSPEND -> {
                stage.met(fault, Optional.empty());
                final Duration length = Duration.ofMillis(fault.amount());
                stage.simulation().time().suspend(length);
                evidence.suspensions.add(new Evidence.Suspension(stage.now(), length.toNanos()));
            }
            case KILL -> {
                stage.met(fault, Optional.empty());
                host.kill();
                evidence.deaths.add(new Evidence.Death(host.name(), stage.now()));
                stage.states().restarted(stage.now());
                stage.states().sweeping(false);
                stage.sleep(Duration.ofMillis(fault.amount()));
                begin();
            }
            case SECRET_ROTATES -> {
                stage.met(fault, Optional.empty());
                evidence.fleet.carrier(fault.account()).credentials().rotate();
            }
            case CLOSE -> {
                stage.met(fault, Optional.empty());
                host.start(OPERATOR, () -> {
                    if (fault.amount() % 3 == 0) {
                        running.closeEarly();
                    } else {
                        running.withoutAccount(fault.account(), fault.length());
                    }
                });
            }
            default -> stage.simulation().log("goes on until " + fault.end());
        }
    }

    /** Now and then, one after the other. */
    private void interrupt(final Fault fault) {
        final Duration pause = fault.length().dividedBy(INTERRUPTS);
        for (int i = 0; i < INTERRUPTS; i++) {
            final ClientProcess running = client;
            if (running != null && !running.callers().isEmpty()) {
                stage.met(fault, Optional.empty());
                running.callers()
                        .get((int) ((fault.amount() + i) % running.callers().size()))
                        .interrupt();
            }
            stage.sleep(pause);
        }
    }

    /** Returns whether the clients came to their end before. */
    private boolean waitUntil(final Duration time) {
        final SimulatedProcess host = process;
        if (host == null) {
            return true;
        }
        try {
            return host.first().join(stage.simulation().time().nanoTime() + time.toNanos() - stage.now());
        } catch (final InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("anycarrier-story");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(final Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
