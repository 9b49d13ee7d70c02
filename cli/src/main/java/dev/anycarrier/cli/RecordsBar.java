package dev.anycarrier.cli;

import dev.anycarrier.cli.output.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Shows how far records are, on a terminal that they are not printed on. Carriers do not say how many there will be; where
 * they come in the order of time, it shows how much of the window has passed. Not thread-safe.
 */
final class RecordsBar {

    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final long STEPS = 1000;
    private static final double MILLIS_A_SECOND = 1000;

    private final ProgressLine line;
    private final InstantSource clock;
    private final Estimate estimate;
    private final boolean shown;
    private final Instant from;
    private final Instant to;
    private Instant drawn = Instant.MIN;
    private Instant first = Instant.MIN;
    private Instant last = Instant.MIN;
    private boolean ascending = true;
    private boolean descending = true;
    private long passed;

    /** For the records of a window. */
    RecordsBar(final Surroundings surroundings, final Instant from, final Instant to) {
        this.line = new ProgressLine(surroundings, "anycarrier: reading", 0);
        this.clock = surroundings.clock();
        this.estimate = new Estimate(clock);
        this.shown = surroundings.errIsTerminal() && !surroundings.outIsTerminal();
        this.from = from;
        this.to = clock.instant().isBefore(to) ? clock.instant() : to;
    }

    /** One more has been printed, of that time. */
    void passed(final Instant time) {
        if (!shown) {
            return;
        }
        passed++;
        if (passed == 1) {
            first = time;
        } else {
            ascending &= !time.isBefore(last);
            descending &= !time.isAfter(last);
        }
        last = time;
        final Instant now = clock.instant();
        if (drawn.equals(Instant.MIN) || !now.isBefore(drawn.plus(PERIOD))) {
            drawn = now;
            draw();
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown) {
            line.end();
        }
    }

    private void draw() {
        final Duration spent = estimate.spent();
        final String rate = spent.toSeconds() < 1
                ? ""
                : String.format(Locale.ROOT, ", %.1f/s", passed * MILLIS_A_SECOND / spent.toMillis());
        if (ascending == descending) {
            // Out of order, or all of one moment so far.
            line.show(0, STEPS, passed + " records" + rate);
            return;
        }
        final double begun = share(first);
        final double reached = share(last);
        line.show(
                (long) (reached * STEPS),
                STEPS,
                passed + " records" + rate + ", at " + TimeText.day(last) + estimate.text(reached - begun, 1 - begun));
    }

    /** How much of the window has passed at that time, from 0 to 1. */
    private double share(final Instant time) {
        final long window = Duration.between(from, to).toMillis();
        final Duration gone = ascending ? Duration.between(from, time) : Duration.between(time, to);
        return window <= 0 ? 1 : Math.min(1, Math.max(0, (double) gone.toMillis() / window));
    }
}
