package dev.anycarrier.simulation.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts requests in every span of a length, by key. What has left the span is forgotten. */
final class Window {

    private final int allowed;
    private final long nanos;
    private final Map<String, Deque<Long>> times = new LinkedHashMap<>();

    Window(final int allowed, final Duration length) {
        this.allowed = allowed;
        this.nanos = length.toNanos();
    }

    int allowed() {
        return allowed;
    }

    /**
     * Counts one more.
     *
     * @return how many are now in the span that ends at {@code now}
     */
    int add(final String key, final long now) {
        forget(now);
        final Deque<Long> sent = times.remove(key);
        final Deque<Long> kept = sent == null ? new ArrayDeque<>(1) : sent;
        while (!kept.isEmpty() && now - kept.peekFirst() >= nanos) {
            kept.removeFirst();
        }
        kept.addLast(now);
        // Put last, so that those who have been silent longest come first.
        times.put(key, kept);
        return kept.size();
    }

    /** How long until the oldest of a key has left. */
    long untilFree(final String key, final long now) {
        final Deque<Long> sent = times.get(key);
        return sent == null || sent.isEmpty() ? 0 : Math.max(0, sent.peekFirst() + nanos - now);
    }

    private void forget(final long now) {
        final var oldest = times.values().iterator();
        while (oldest.hasNext() && now - oldest.next().peekLast() >= nanos) {
            oldest.remove();
        }
    }
}
