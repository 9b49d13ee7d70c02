package dev.anycarrier.cli;

import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.settings.Settings;

/** The sweeps in the database of all nodes, for who does not work on them. */
final class KeptSweeps {

    private final Surroundings surroundings;
    private final ClusterSettings cluster;

    KeptSweeps(final Surroundings surroundings, final Settings settings) {
        this.surroundings = surroundings;
        this.cluster = ClusterSettings.of(settings);
    }

    /**
     * Prints the outcomes of one.
     *
     * @throws UsageError if there is none of that identity
     */
    ExitCode print(final String identity, final LineFormat format) {
        try (ClusterSweeps sweeps = cluster.sweeps().build()) {
            final ClusterSweepProgress progress = sweeps.progress(identity).orElseThrow(() -> none(identity));
            final SweepPrinter printer = new SweepPrinter(surroundings.out(), format);
            printer.printHeading();
            sweeps.outcomes(identity).forEach(printer::accept);
            surroundings.say("anycarrier: " + ClusterSweepText.summary(progress, 0));
            return progress.state() == ClusterSweepProgress.State.UNDER_WAY ? ExitCode.PARTIAL : ExitCode.OK;
        } catch (final OutputError failure) {
            surroundings.say("anycarrier: " + failure.getMessage());
            return ExitCode.UNEXPECTED;
        }
    }

    /**
     * Ends one on all nodes.
     *
     * @throws UsageError if none of that identity goes on
     */
    ExitCode cancel(final String identity) {
        try (ClusterSweeps sweeps = cluster.sweeps().build()) {
            if (!sweeps.cancel(identity)) {
                throw new UsageError("no sweep '" + identity + "' goes on");
            }
            return ExitCode.OK;
        }
    }

    /**
     * Removes one.
     *
     * @throws UsageError if there is none of that identity
     */
    ExitCode forget(final String identity) {
        try (ClusterSweeps sweeps = cluster.sweeps().build()) {
            if (!sweeps.forget(identity)) {
                throw none(identity);
            }
            return ExitCode.OK;
        }
    }

    private static UsageError none(final String identity) {
        return new UsageError("there is no sweep '" + identity + "'; 'cluster status' names those that there are");
    }
}
