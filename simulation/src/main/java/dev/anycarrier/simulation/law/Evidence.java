package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.Fleet;
import dev.anycarrier.simulation.fleet.MemoryStateStore;
import dev.anycarrier.usage.UsageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Everything that a story leaves behind to be judged by. Written by one thread at a time. */
final class Evidence {

    final Story story;
    final Fleet fleet;
    final MemoryStateStore state;
    final List<CallOutcome> calls = new ArrayList<>();
    final List<Delivered> delivered = new ArrayList<>();
    final List<SweepRunEnd> sweepRuns = new ArrayList<>();
    final List<Closing> closings = new ArrayList<>();
    final List<List<UsageRecord>> recordsRead = new ArrayList<>();
    final TreeSet<String> texts = new TreeSet<>();
    final List<Suspension> suspensions = new ArrayList<>();
    final List<Death> deaths = new ArrayList<>();
    boolean wallClockStepped;
    int mostThreads;
    String log = "";
    String logHash = "";
    String broken = "";

    Evidence(final Story story, final Fleet fleet, final MemoryStateStore state) {
        this.story = story;
        this.fleet = fleet;
        this.state = state;
    }

    /**
     * A process was killed.
     *
     * @param process its name
     * @param at when, in nanoseconds since the start
     */
    record Death(String process, long at) {}

    /**
     * A time in which nothing ran.
     *
     * @param at its end, in nanoseconds since the start
     * @param length how long it was
     */
    record Suspension(long at, long length) {}

    /** How much of a span nothing ran. */
    long suspended(final long from, final long to) {
        return suspensions.stream()
                .filter(suspension -> suspension.at() >= from && suspension.at() - suspension.length() <= to)
                .mapToLong(Suspension::length)
                .sum();
    }
}
