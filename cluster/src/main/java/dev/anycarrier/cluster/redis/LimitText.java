package dev.anycarrier.cluster.redis;

import dev.anycarrier.spi.LimitScope;
import dev.anycarrier.spi.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node holds to, as a text for whoever asks how an account does: the slack, then scope, number and window of each
 * limit, all in microseconds.
 */
record LimitText(List<RateLimit> limits, Duration slack) {

    private static final int PARTS = 3;

    static String write(final List<RateLimit> limits, final Duration slack) {
        final StringBuilder text = new StringBuilder(Long.toString(Micros.atLeast(slack)));
        for (final RateLimit limit : limits) {
            text.append(' ').append(Codes.word(limit.scope()));
            text.append(' ').append(limit.requests());
            text.append(' ').append(Micros.atLeast(limit.window()));
        }
        return text.toString();
    }

    /**
     * Reads it.
     *
     * @throws dev.anycarrier.spi.UsageException if it is none
     */
    static LimitText read(final String text) {
        final String[] parts = text.split(" ", -1);
        if (parts.length % PARTS != 1) {
            throw Reply.unfit();
        }
        final List<RateLimit> limits = new ArrayList<>();
        try {
            for (int i = 1; i < parts.length; i += PARTS) {
                limits.add(new RateLimit(
                        Codes.scope(parts[i]),
                        Integer.parseInt(parts[i + 1]),
                        Micros.length(Long.parseLong(parts[i + 2]))));
            }
            return new LimitText(limits, Micros.length(Long.parseLong(parts[0])));
        } catch (final IllegalArgumentException e) {
            throw Reply.unfit();
        }
    }

    List<RateLimit> of(final LimitScope scope) {
        return limits.stream().filter(limit -> limit.scope() == scope).toList();
    }
}
