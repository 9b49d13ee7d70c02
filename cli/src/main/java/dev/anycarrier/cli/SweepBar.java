package dev.anycarrier.cli;

import dev.anycarrier.cli.output.TimeText;
import dev.anycarrier.sweep.SweepListener;
import dev.anycarrier.sweep.SweepProgress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how far a sweep is. */
final class SweepBar implements SweepListener {

    private static final int LINES_WITHOUT_TERMINAL = 10;

    private final ProgressLine line;
    private final InstantSource clock;

    SweepBar(final Surroundings surroundings) {
        this.line = ProgressLine.besideData(surroundings, "anycarrier: sweeping", LINES_WITHOUT_TERMINAL);
        this.clock = surroundings.clock();
    }

    @Override
    public void progress(final SweepProgress progress) {
        line.show(progress.ended(), progress.total().orElse(progress.ended()), counts(progress));
    }

    /** Takes the line away. */
    void end() {
        line.end();
    }

    private String counts(final SweepProgress progress) {
        final StringBuilder text = new StringBuilder();
        text.append(progress.ended());
        progress.total().ifPresent(total -> text.append(" of ").append(total));
        append(text, progress.failed(), "failed");
        append(text, progress.stale(), "stale");
        append(text, progress.deferred(), "deferred");
        append(text, progress.skipped(), "skipped");
        text.append(String.format(Locale.ROOT, ", %.1f/s", progress.perSecond()));
        progress.estimatedEnd()
                .ifPresent(end -> text.append(", ETA ").append(TimeText.of(Duration.between(clock.instant(), end))));
        return text.toString();
    }

    private static void append(final StringBuilder text, final long count, final String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }
}
