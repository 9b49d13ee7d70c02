package dev.anycarrier.cli;

import dev.anycarrier.cluster.sweep.ClusterSweepProgress;

/** Shows how far the whole of a sweep is. */
final class ClusterSweepBar {

    private static final int LINES_WITHOUT_TERMINAL = 10;

    private final ProgressLine line;
    private final Surroundings surroundings;

    ClusterSweepBar(final Surroundings surroundings) {
        this.line = ProgressLine.besideData(surroundings, "anycarrier: sweeping", LINES_WITHOUT_TERMINAL);
        this.surroundings = surroundings;
    }

    void show(final ClusterSweepProgress progress) {
        line.show(
                progress.ended(),
                progress.planned(),
                ClusterSweepText.counts(progress, surroundings.clock().instant()));
    }

    /** Takes the line away. */
    void end() {
        line.end();
    }
}
