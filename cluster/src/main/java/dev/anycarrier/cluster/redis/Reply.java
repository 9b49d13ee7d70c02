package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.UsageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What a script said: a code, the time, and what belongs to the code. A reply that is not as it should be is a {@link
 * UsageException}. Immutable.
 */
final class Reply {

    private final List<?> parts;

    Reply(final List<?> parts) {
        this.parts = parts;
    }

    long code() {
        return number(0);
    }

    /** On the store's clock, in microseconds. */
    long time() {
        return number(1);
    }

    long number(final int index) {
        if (part(index) instanceof Long number) {
            return number;
        }
        throw unfit();
    }

    Duration length(final int index) {
        return Micros.length(number(index));
    }

    byte[] bytes(final int index) {
        if (part(index) instanceof byte[] bytes) {
            return bytes;
        }
        throw unfit();
    }

    String text(final int index) {
        return new String(bytes(index), StandardCharsets.UTF_8);
    }

    /** A part that is a list itself. */
    Reply list(final int index) {
        if (part(index) instanceof List<?> list) {
            return new Reply(list);
        }
        throw unfit();
    }

    int size() {
        return parts.size();
    }

    private Object part(final int index) {
        if (index >= parts.size()) {
            throw unfit();
        }
        final Object part = parts.get(index);
        if (part == null) {
            throw unfit();
        }
        return part;
    }

    static UsageException unfit() {
        return Failures.unavailable("Redis said what the script does not say");
    }
}
