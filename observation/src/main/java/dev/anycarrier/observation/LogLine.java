package dev.anycarrier.observation;

import dev.anycarrier.spi.UsageException;
import java.time.Duration;
import java.util.Optional;

/** A line of names and values. What could end a line, or a value, is left out of the values. Not thread-safe. */
final class LogLine {

    private final StringBuilder text;

    LogLine(final String event) {
        this.text = new StringBuilder(event);
    }

    static Optional<Integer> status(final UsageException failure) {
        return failure.status().isPresent() ? Optional.of(failure.status().getAsInt()) : Optional.empty();
    }

    LogLine with(final String name, final Object value) {
        text.append(' ').append(name).append('=');
        value.toString()
                .codePoints()
                .map(each -> Character.isWhitespace(each) || Character.isISOControl(each) ? '_' : each)
                .forEach(text::appendCodePoint);
        return this;
    }

    /** Nothing if it is empty. */
    LogLine with(final String name, final Optional<?> value) {
        value.ifPresent(there -> with(name, there));
        return this;
    }

    LogLine took(final Duration duration) {
        return with("took", duration.toMillis() + "ms");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
