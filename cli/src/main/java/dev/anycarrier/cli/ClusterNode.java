package dev.anycarrier.cli;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.cluster.sweep.ClusterSweeps;
import dev.anycarrier.settings.Settings;
import java.util.concurrent.CountDownLatch;

/** A node that only works. */
final class ClusterNode {

    private ClusterNode() {}

    /** Works until it is interrupted. */
    static ExitCode work(final Surroundings surroundings, final ConfigOption config, final Settings settings) {
        final CountDownLatch interrupted = new CountDownLatch(1);
        final ClusterSettings cluster = ClusterSettings.of(settings);
        try (Anycarrier carriers = config.openForMany(surroundings);
                Interruption interruption = new Interruption(
                        interrupted::countDown,
                        () -> surroundings.say("anycarrier: node " + cluster.node() + " left its work to the others"));
                ClusterSweeps sweeps = cluster.sweeps().carriers(carriers).build()) {
            surroundings.say("anycarrier: node " + cluster.node() + " works, with "
                    + sweeps.identities().size() + " sweeps known, until it is interrupted");
            interrupted.await();
            return interruption.happened() ? ExitCode.UNEXPECTED : ExitCode.OK;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNEXPECTED;
        }
    }
}
