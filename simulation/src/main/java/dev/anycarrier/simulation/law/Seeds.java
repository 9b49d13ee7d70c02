package dev.anycarrier.simulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Judges many stories on two threads, since a story uses one. */
public final class Seeds {

    private static final int WORKERS = 2;
    private static final int MOST_FAILURES = 5;

    private final AtomicLong next;
    private final long end;
    private final Map<Long, Verdict> failures = new TreeMap<>();
    private final Coverage coverage = new Coverage();

    private Seeds(final long first, final long end) {
        this.next = new AtomicLong(first);
        this.end = end;
    }

    /** Judges the stories of the seeds from {@code first} to {@code end - 1}; gives up after some failures. */
    public static Seeds judge(final long first, final long end) throws InterruptedException {
        final Seeds seeds = new Seeds(first, end);
        final List<Thread> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            final Thread thread = new Thread(seeds::work, "seeds-" + worker);
            thread.start();
            workers.add(thread);
        }
        for (final Thread worker : workers) {
            worker.join();
        }
        return seeds;
    }

    /** What was judged to break a law, shrunk, by seed. */
    public List<String> failures() {
        return failures.values().stream()
                .map(verdict -> verdict.shrunk().report())
                .toList();
    }

    /** What met what. */
    public Coverage coverage() {
        return coverage;
    }

    private void work() {
        final Coverage own = new Coverage();
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            final Verdict verdict = Verdict.of(Story.of(seed), own);
            if (!verdict.holds()) {
                keep(verdict);
            }
        }
        add(own);
    }

    private synchronized void keep(final Verdict verdict) {
        failures.put(verdict.story().seed(), verdict);
        if (failures.size() >= MOST_FAILURES) {
            next.set(end);
        }
    }

    private synchronized void add(final Coverage own) {
        coverage.add(own);
    }
}
