package dev.anycarrier.testkit.conformance.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The threads of a rule: those of its own group, which is inherited by whatever the provider starts, and not by what the
 * simulated carrier starts.
 *
 * @param threads those that live
 */
public record LiveThreads(Set<Thread> threads) {

    private static final Duration GRACE = Duration.ofSeconds(2);

    public static LiveThreads ofThisRule() {
        final ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] found = new Thread[64];
        int count = group.enumerate(found);
        while (count == found.length) {
            found = new Thread[2 * found.length];
            count = group.enumerate(found);
        }
        return new LiveThreads(Set.of(Arrays.copyOf(found, count)));
    }

    /** The names of the threads that were started since and do not end within a moment. */
    public static List<String> startedSince(final LiveThreads before) throws InterruptedException {
        final List<String> left = new ArrayList<>();
        final Stopwatch stopwatch = Stopwatch.start();
        for (final Thread thread : ofThisRule().threads) {
            if (!before.threads.contains(thread)) {
                TimeUnit.NANOSECONDS.timedJoin(
                        thread, GRACE.minus(stopwatch.read()).toNanos());
                if (thread.isAlive()) {
                    left.add(thread.getName());
                }
            }
        }
        return left;
    }
}
