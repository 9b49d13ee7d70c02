package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.RateLimit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keys or arguments of a script, in order. Not thread-safe. */
final class Arguments {

    private static final byte[] NONE = {};

    private final List<byte[]> all = new ArrayList<>();

    Arguments text(final String text) {
        all.add(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Arguments bytes(final byte[] bytes) {
        all.add(bytes);
        return this;
    }

    Arguments number(final long number) {
        return text(Long.toString(number));
    }

    /** No shorter than that. */
    Arguments atLeast(final Duration length) {
        return number(Micros.atLeast(length));
    }

    /** No longer than that. */
    Arguments atMost(final Duration length) {
        return number(Micros.atMost(length));
    }

    Arguments none() {
        all.add(NONE);
        return this;
    }

    /** How many, then number and window of each. */
    Arguments limits(final List<RateLimit> limits) {
        number(limits.size());
        limits.forEach(limit -> number(limit.requests()).atLeast(limit.window()));
        return this;
    }

    /** How many, then the window of each. */
    Arguments windows(final List<RateLimit> limits) {
        number(limits.size());
        limits.forEach(limit -> atLeast(limit.window()));
        return this;
    }

    Arguments all(final Arguments others) {
        all.addAll(others.all);
        return this;
    }

    byte[][] toArray() {
        return all.toArray(byte[][]::new);
    }
}
