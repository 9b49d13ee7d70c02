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
    private final Map<String, Deque<Sent>> times = new LinkedHashMap<>();

    Window(final int allowed, final Duration length) {
        this.allowed = allowed;
        this.nanos = length.toNanos();
    }

    /**
     * A request.
     *
     * @param at when
     * @param process who asked
     */
    private record Sent(long at, String process) {}

    int allowed() {
        return allowed;
    }

    /**
     * Counts one more.
     *
     * @return how many are now in the span that ends at {@code now}
     */
    int add(final String key, final String process, final long now) {
        forget(now);
        final Deque<Sent> sent = times.remove(key);
        final Deque<Sent> kept = sent == null ? new ArrayDeque<>(1) : sent;
        while (!kept.isEmpty() && now - kept.peekFirst().at() >= nanos) {
            kept.removeFirst();
        }
        kept.addLast(new Sent(now, process));
        // Put last, so that those who have been silent longest come first.
        times.put(key, kept);
        return kept.size();
    }

    /** How long until the oldest of a key has left. */
    long untilFree(final String key, final long now) {
        final Deque<Sent> sent = times.get(key);
        return sent == null || sent.isEmpty() ? 0 : Math.max(0, sent.peekFirst().at() + nanos - now);
    }

    /** Whether those of a key that are there come from one process. */
    boolean isOfOneProcess(final String key) {
        return times.getOrDefault(key, new ArrayDeque<>()).stream()
                        .map(Sent::process)
                        .distinct()
                        .count()
                <= 1;
    }

    private void forget(final long now) {
        final var oldest = times.values().iterator();
        while (oldest.hasNext() && now - oldest.next().peekLast().at() >= nanos) {
            oldest.remove();
        }
    }
}
