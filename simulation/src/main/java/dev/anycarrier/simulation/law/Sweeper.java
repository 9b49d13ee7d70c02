package dev.anycarrier.simulation.law;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.Sweep;
import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.FaultKind;
import dev.anycarrier.simulation.schedule.Simulation;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepOutcome;
import dev.anycarrier.sweep.SweepProgress;
import dev.anycarrier.usage.SimRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sweeps, and again from the checkpoint until a run has come to its end. */
final class Sweeper {

    private static final int MOST_RUNS = 12;
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(10);

    private final Stage stage;
    private final String process;
    private final PlannedSweep plan;
    private final Anycarrier carriers;
    private final List<SimRef> sims;

    Sweeper(final Stage stage, final String process, final PlannedSweep plan, final Anycarrier carriers) {
        this.stage = stage;
        this.process = process;
        this.plan = plan;
        this.carriers = carriers;
        this.sims = plan.sims().stream()
                .map(target -> SimRefs.of(stage.evidence(), target.account(), target.sim()))
                .toList();
    }

    void run() {
        final Progressing progressing = stage.progressing();
        final Duration wait = plan.begins().minusNanos(stage.now());
        if (!wait.isNegative()) {
            stage.sleep(wait);
        }
        final Path checkpoint = checkpoint();
        while (!progressing.sweepDone && progressing.sweepRuns < MOST_RUNS && !progressing.closing) {
            runOnce(progressing.sweepRuns++, checkpoint);
            if (!progressing.sweepDone) {
                stage.sleep(BETWEEN_RUNS);
            }
        }
    }

    private void runOnce(final int run, final Path checkpoint) {
        final Evidence evidence = stage.evidence();
        stage.states().sweeping(true);
        stage.simulation().log("sweep run " + run);
        Optional<SweepProgress> end = Optional.empty();
        Optional<Throwable> failure = Optional.empty();
        try (Sweep sweep = carriers.sweep(sims)
                .source(plan.source())
                .deadline(plan.deadline())
                .total(sims.size())
                .listener(listener())
                .checkpoint(checkpoint, "story " + stage.story().seed())) {
            end = Optional.of(sweep.run(outcome -> take(run, outcome)));
            stage.progressing().sweepDone = true;
        } catch (final RuntimeException | Error e) {
            if (Simulation.isKill(e)) {
                throw e;
            }
            failure = Optional.of(e);
            Texts.add(evidence.texts, e);
        }
        stage.states().sweeping(false);
        final boolean interrupted = Thread.interrupted();
        evidence.sweepRuns.add(new SweepRunEnd(run, end, failure));
        stage.simulation()
                .log("sweep run " + run + " ended, interrupted " + interrupted + ", done "
                        + end.map(SweepProgress::ended).orElse(-1L)
                        + failure.map(thrown -> ", " + thrown.getClass().getSimpleName())
                                .orElse(""));
    }

    private void take(final int run, final SweepOutcome outcome) {
        final Optional<Fault> throwing = stage.story()
                .faults()
                .on(FaultKind.SINK_THROWS, stage.simulation().time().elapsed());
        if (throwing.isPresent() && outcome.position() % throwing.get().oneIn() == 0) {
            stage.met(throwing.get(), Optional.empty());
            throw new IllegalStateException("the sink cannot take it");
        }
        stage.evidence().delivered.add(new Delivered(run, process, outcome, stage.now()));
        Texts.add(stage.evidence().texts, outcome);
        stage.simulation()
                .log("swept " + outcome.position() + " " + outcome.getClass().getSimpleName());
        stage.simulation().yieldNow();
    }

    private SweepListener listener() {
        return progress -> {
            final Optional<Fault> throwing = stage.story()
                    .faults()
                    .on(FaultKind.LISTENER_THROWS, stage.simulation().time().elapsed());
            if (throwing.isPresent()) {
                stage.met(throwing.get(), Optional.empty());
                throw new IllegalStateException("the listener is broken");
            }
        };
    }

    /** A killed process has not let go of its file, so the next one takes a copy. */
    private Path checkpoint() {
        try {
            final Path own = stage.folder().resolve("checkpoint-" + process);
            final int number = stage.progressing().process;
            for (int former = number - 1; former >= 0 && !Files.exists(own); former--) {
                final Path before = stage.folder().resolve("checkpoint-p" + former);
                if (Files.exists(before)) {
                    Files.copy(before, own);
                }
            }
            return own;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
