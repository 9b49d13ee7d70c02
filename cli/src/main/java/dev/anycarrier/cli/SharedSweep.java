package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.cluster.sweep.PlannedSweep;
import dev.anycarrier.cluster.sweep.SweepPlanOptions;
import dev.anycarrier.settings.Settings;
import dev.anycarrier.spi.UsageException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** This node's part of a sweep that all nodes work on: it plans or joins it, and stays until the whole of it is over. */
final class SharedSweep {

    private final Surroundings surroundings;
    private final String identity;
    private final CallOptions options;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    SharedSweep(final Surroundings surroundings, final String identity, final CallOptions options) {
        this.surroundings = surroundings;
        this.identity = identity;
        this.options = options;
    }

    /**
     * Does it.
     *
     * @param outcomes how the outcomes are printed at the end, or null if they are not
     */
    ExitCode run(
            final ConfigOption config, final Settings settings, final String file, final @Nullable LineFormat outcomes)
            throws IOException {
        final ClusterSettings cluster = ClusterSettings.of(settings);
        try (SimInput input = SimInput.open(surroundings, file);
                Anycarrier carriers = config.openForMany(surroundings);
                Interruption interruption = new Interruption(interrupted::countDown, this::sayFarewell);
                ClusterSweeps sweeps = cluster.sweeps().carriers(carriers).build()) {
            final LineProblems problems = new LineProblems(surroundings, input.name());
            final SimCount count = input.count(carriers.accounts().keySet(), problems);
            problems.end();
            plan(sweeps, input, cluster.node());
            final Optional<ClusterSweepProgress> end = watch(sweeps);
            if (interruption.happened() || end.isEmpty()) {
                return ExitCode.UNEXPECTED;
            }
            surroundings.say("anycarrier: " + ClusterSweepText.summary(end.get(), count.bad()));
            if (outcomes != null) {
                print(sweeps, outcomes);
            }
            return exitCode(sweeps, end.get(), count);
        } catch (final OutputError failure) {
            surroundings.say("anycarrier: " + failure.getMessage()
                    + "; the outcomes are kept: 'cluster outcomes' prints" + " them again");
            return ExitCode.UNEXPECTED;
        } catch (final UsageException failure) {
            if (interrupted.getCount() == 0) {
                return ExitCode.UNEXPECTED;
            }
            throw failure;
        }
    }

    private void plan(final ClusterSweeps sweeps, final SimInput input, final String node) {
        final PlannedSweep planned;
        try {
            planned = sweeps.plan(
                    identity,
                    input,
                    new SweepPlanOptions(options.deadline(), options.maximumAge(), options.whenStale()));
        } catch (final IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
        surroundings.say(
                "anycarrier: node " + node + (planned.joined() ? " joined the sweep '" : " planned the sweep '")
                        + identity + "' of " + planned.sims() + " SIMs");
    }

    /** Waits for the end; empty if there is none to wait for any more. */
    private Optional<ClusterSweepProgress> watch(final ClusterSweeps sweeps) {
        final ClusterSweepBar bar = new ClusterSweepBar(surroundings);
        try {
            final Optional<ClusterSweepProgress> end = new ClusterSweepWatch(surroundings, interrupted)
                    .untilEnd(() -> sweeps.progress(identity), bar::show);
            if (end.isEmpty() && interrupted.getCount() > 0) {
                bar.end();
                surroundings.say("anycarrier: somebody has removed the sweep '" + identity + "'");
            }
            return end;
        } finally {
            bar.end();
        }
    }

    private void print(final ClusterSweeps sweeps, final LineFormat format) {
        final SweepPrinter printer = new SweepPrinter(surroundings.out(), format);
        printer.printHeading();
        sweeps.outcomes(identity).forEach(printer::accept);
    }

    private ExitCode exitCode(final ClusterSweeps sweeps, final ClusterSweepProgress end, final SimCount count) {
        if (end.state() == ClusterSweepProgress.State.CANCELLED) {
            return ExitCode.UNEXPECTED;
        }
        if (end.failed() + end.skipped() + count.bad() == 0) {
            return ExitCode.OK;
        }
        if (end.done() + end.stale() > 0) {
            return ExitCode.PARTIAL;
        }
        return sweeps.outcomes(identity)
                .map(SweepTally::codeOf)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ExitCode.USAGE);
    }

    private void sayFarewell() {
        surroundings.say("anycarrier: interrupted; other nodes go on with the sweep '" + identity
                + "', and to join them again the command is repeated");
    }
}
