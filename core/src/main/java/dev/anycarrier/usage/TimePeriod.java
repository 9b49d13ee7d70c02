package dev.anycarrier.usage;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A span of time, from {@code start} (inclusive) to {@code end} (exclusive); either side may be unknown.
 *
 * @param start the first instant that belongs to the period, or empty if not known
 * @param end the first instant that no longer belongs to it, or empty if not known
 */
public record TimePeriod(Optional<Instant> start, Optional<Instant> end) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is before the start
     */
    public TimePeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw new IllegalArgumentException(
                    "a period cannot end (" + end.get() + ") before it starts (" + start.get() + ")");
        }
    }

    /** The period from {@code start} (inclusive) to {@code end} (exclusive). */
    public static TimePeriod between(final Instant start, final Instant end) {
        return new TimePeriod(Optional.of(start), Optional.of(end));
    }

    /** The period that began at {@code start} and whose end is not known. */
    public static TimePeriod since(final Instant start) {
        return new TimePeriod(Optional.of(start), Optional.empty());
    }

    /** The period that ends at {@code end} and whose start is not known. */
    public static TimePeriod until(final Instant end) {
        return new TimePeriod(Optional.empty(), Optional.of(end));
    }

    // A record's own would be built at run time, by each of the threads that meet it first at the same time.
    @Override
    public boolean equals(final Object other) {
        return other instanceof TimePeriod period && start.equals(period.start) && end.equals(period.end);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + end.hashCode();
    }

    /** Whether {@code instant} lies inside; an unknown side admits everything on that side. */
    public boolean contains(final Instant instant) {
        return start.map(first -> !instant.isBefore(first)).orElse(true)
                && end.map(instant::isBefore).orElse(true);
    }
}
