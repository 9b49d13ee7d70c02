package dev.anycarrier.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one question is to be asked. What is left open is taken from the account's settings.
 *
 * @param deadline how long the answer may take altogether: waiting, token, attempts, decoding. Zero or negative asks
 *     nothing: what is known well enough is answered, anything else is {@code DEADLINE_EXCEEDED} at once. More than
 *     {@link #LONGEST_DEADLINE} is as that
 * @param maximumAge how old a value may be that is answered without asking the carrier. Never taken as less than the
 *     carrier's minimum interval, within which asking again can teach nothing; negative is as zero
 * @param whenStale what to do if there is only an older value
 * @param priority whether somebody waits
 * @param correlationId what ties log lines, observations and errors together; drawn if empty
 */
public record CallOptions(
        Optional<Duration> deadline,
        Optional<Duration> maximumAge,
        Optional<WhenStale> whenStale,
        Priority priority,
        Optional<String> correlationId) {

    /** No call takes longer. */
    public static final Duration LONGEST_DEADLINE = Duration.ofDays(1);

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+=-]{0,127}");
    private static final CallOptions DEFAULTS = new CallOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), Priority.INTERACTIVE, Optional.empty());

    /**
     * Checks the correlation id.
     *
     * @throws IllegalArgumentException if it is not 1 to 128 letters, digits and {@code . _ : / + = -}, a letter or digit
     *     first: it goes into logs and messages
     */
    public CallOptions {
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(maximumAge, "maximumAge");
        Objects.requireNonNull(whenStale, "whenStale");
        Objects.requireNonNull(priority, "priority");
        correlationId.ifPresent(CallOptions::requireValid);
    }

    /** Everything as the account's settings say, for somebody who waits. */
    public static CallOptions defaults() {
        return DEFAULTS;
    }

    /** The same with a deadline. */
    public CallOptions withDeadline(final Duration newDeadline) {
        return new CallOptions(Optional.of(newDeadline), maximumAge, whenStale, priority, correlationId);
    }

    /** The same with a maximum age. */
    public CallOptions withMaximumAge(final Duration newMaximumAge) {
        return new CallOptions(deadline, Optional.of(newMaximumAge), whenStale, priority, correlationId);
    }

    /** The same with a decision about stale values. */
    public CallOptions whenStale(final WhenStale newWhenStale) {
        return new CallOptions(deadline, maximumAge, Optional.of(newWhenStale), priority, correlationId);
    }

    /** The same with another priority. */
    public CallOptions withPriority(final Priority newPriority) {
        return new CallOptions(deadline, maximumAge, whenStale, newPriority, correlationId);
    }

    /**
     * The same with a correlation id of the caller's.
     *
     * @throws IllegalArgumentException if it is not valid
     */
    public CallOptions withCorrelationId(final String newCorrelationId) {
        return new CallOptions(deadline, maximumAge, whenStale, priority, Optional.of(newCorrelationId));
    }

    private static void requireValid(final String correlationId) {
        if (!CORRELATION_ID.matcher(correlationId).matches()) {
            throw new IllegalArgumentException(
                    "a correlation id has 1 to 128 letters, digits and . _ : / + = -, a letter or digit first");
        }
    }
}
