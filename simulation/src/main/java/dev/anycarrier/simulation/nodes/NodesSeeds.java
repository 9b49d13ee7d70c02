package dev.anycarrier.simulation.nodes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Judges many stories of several nodes on two threads, since a story uses one. */
public final class NodesSeeds {

    private static final int MOST_FAILURES = 5;

    private final AtomicLong next;
    private final long end;
    private final Map<Long, NodesVerdict> failures = new TreeMap<>();

    private NodesSeeds(final long first, final long end) {
        this.next = new AtomicLong(first);
        this.end = end;
    }

    /**
     * Judges the stories of the seeds from {@code first} to {@code end - 1}; gives up after some failures.
     *
     * @return what breaks a law, shrunk
     */
    public static List<String> failures(final long first, final long end) throws InterruptedException {
        final NodesSeeds seeds = new NodesSeeds(first, end);
        final List<Thread> workers = Stream.of("nodes-0", "nodes-1")
                .map(name -> new Thread(seeds::work, name))
                .toList();
        workers.forEach(Thread::start);
        for (final Thread worker : workers) {
            worker.join();
        }
        return seeds.failures.values().stream()
                .map(verdict -> verdict.shrunk().report())
                .toList();
    }

    private void work() {
        for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
            final NodesVerdict verdict = NodesVerdict.of(NodesStory.of(seed));
            if (!verdict.holds()) {
                keep(verdict);
            }
        }
    }

    private synchronized void keep(final NodesVerdict verdict) {
        failures.put(verdict.story().seed(), verdict);
        if (failures.size() >= MOST_FAILURES) {
            next.set(end);
        }
    }
}
