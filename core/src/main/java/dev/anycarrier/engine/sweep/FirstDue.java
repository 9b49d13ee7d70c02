package dev.anycarrier.engine.sweep;

import java.util.OptionalLong;

/** The first of several times on the monotonic clock, or an earlier one. Not thread-safe. */
final class FirstDue {

    private OptionalLong first = OptionalLong.empty();

    /** Takes one in, and tells whether it is earlier than all others. */
    boolean add(final long due) {
        final boolean earlier = first.isEmpty() || due - first.getAsLong() < 0;
        if (earlier) {
            first = OptionalLong.of(due);
        }
        return earlier;
    }

    /** Whether there is one and it has passed. */
    boolean hasPassed(final long now) {
        return first.isPresent() && now - first.getAsLong() >= 0;
    }

    void clear() {
        first = OptionalLong.empty();
    }

    /** How long until then, or {@code otherwise} if there is none. */
    long left(final long now, final long otherwise) {
        return first.isPresent() ? first.getAsLong() - now : otherwise;
    }
}
