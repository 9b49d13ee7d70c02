package dev.anycarrier.cli;

import dev.anycarrier.cli.output.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When something will be over, if it goes on as it went. Not thread-safe. */
final class Estimate {

    /** What the first moment shows says nothing about the rest. */
    private static final Duration BEGINNING = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Instant begun;

    /** For something that begins now. */
    Estimate(final InstantSource clock) {
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** The time that is left, for the end of a line of progress; empty while it cannot be told, and at the end. */
    String text(final double ended, final double total) {
        final Duration spent = spent();
        if (spent.compareTo(BEGINNING) < 0 || ended <= 0 || ended >= total) {
            return "";
        }
        return ", ETA " + TimeText.of(Duration.ofMillis((long) (spent.toMillis() * (total - ended) / ended)));
    }

    /** The time since it began. */
    Duration spent() {
        return Duration.between(begun, clock.instant());
    }
}
