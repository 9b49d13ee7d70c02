package dev.anycarrier.cli;

import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.cluster.sweep.ClusterSweepProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What is said of the whole of a sweep. */
final class ClusterSweepText {

    private ClusterSweepText() {}

    /** How far it is. */
    static String counts(final ClusterSweepProgress progress, final Instant now) {
        final StringBuilder text = new StringBuilder();
        text.append(progress.ended()).append(" of ").append(progress.planned());
        append(text, progress.failed(), "failed");
        append(text, progress.stale(), "stale");
        append(text, progress.skipped(), "skipped");
        text.append(String.format(Locale.ROOT, ", %.1f/s", progress.perSecond()));
        append(text, progress.nodes().size(), progress.nodes().size() == 1 ? "node" : "nodes");
        progress.estimatedEnd().ifPresent(end -> text.append(", ETA ").append(TimeText.of(Duration.between(now, end))));
        return text.toString();
    }

    /** What it came to. */
    static String summary(final ClusterSweepProgress end, final long badLines) {
        final StringBuilder text = new StringBuilder();
        if (end.state() == ClusterSweepProgress.State.CANCELLED) {
            text.append("cancelled; ");
        }
        text.append(end.planned()).append(" SIMs: ").append(end.done()).append(" read");
        append(text, end.stale(), "stale");
        append(text, end.failed(), "failed");
        append(text, end.skipped(), "skipped");
        append(text, badLines, "bad lines");
        return text.append(", in ").append(TimeText.of(end.elapsed())).toString();
    }

    private static void append(final StringBuilder text, final long count, final String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
