package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.simulation.schedule.Simulation;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * What all nodes share, on a clock of its own. What nodes tell it arrives a little later, in the order of arrival and
 * before whatever is asked after that. Used by one thread at a time.
 */
public final class SimulatedStore {

    private final Simulation simulation;
    private final StoreFaults faults;
    private final Duration slack;
    private final Duration timeout;
    private final long origin;
    private final StoreTalk talk = new StoreTalk();
    private final Map<String, StoredAccount> accounts = new HashMap<>();
    private final PriorityQueue<Told> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Told::arrival).thenComparingLong(Told::number));
    private Optional<Long> arrival = Optional.empty();
    private long messages;
    private long emptiedAt = Long.MIN_VALUE / 4;

    /**
     * A store of which it is known that nothing was sent lately.
     *
     * @param slack how long a permit may be used
     * @param timeout how long a node waits for an answer
     * @param origin what its clock shows at the start
     */
    public SimulatedStore(
            final Simulation simulation,
            final StoreFaults faults,
            final Duration slack,
            final Duration timeout,
            final long origin) {
        this.simulation = simulation;
        this.faults = faults;
        this.slack = slack;
        this.timeout = timeout;
        this.origin = origin;
    }

    private record Told(long arrival, long number, LongConsumer news) {}

    /** Everything that nodes asked, were answered and told. */
    public StoreTalk talk() {
        return talk;
    }

    /** Loses everything it holds. */
    public void empty() {
        deliver();
        accounts.clear();
        emptiedAt = clock();
        talk.emptied(elapsed());
    }

    Simulation simulation() {
        return simulation;
    }

    StoreFaults faults() {
        return faults;
    }

    Duration slack() {
        return slack;
    }

    Duration timeout() {
        return timeout;
    }

    /** Nanoseconds since the start, for the story alone. */
    long elapsed() {
        return simulation.time().elapsed().toNanos();
    }

    /** When what is being done now reached the store, since the start. */
    long reached() {
        return arrival.orElseGet(this::elapsed);
    }

    /** Its own clock, in nanoseconds. */
    long clock() {
        return origin + elapsed();
    }

    /** The number of the next message. */
    long nextMessage() {
        return messages++;
    }

    StoredAccount account(final String key, final ClusterTerms terms) {
        return accounts.computeIfAbsent(key, missing -> new StoredAccount(terms, slack.toNanos(), emptiedAt));
    }

    /** Something is on its way. */
    void post(final long travel, final LongConsumer news) {
        underWay.add(new Told(clock() + travel, messages, news));
    }

    /** Takes in what has arrived. */
    void deliver() {
        while (!underWay.isEmpty() && underWay.peek().arrival() <= clock()) {
            final Told next = underWay.remove();
            arrival = Optional.of(next.arrival() - origin);
            next.news().accept(next.arrival());
            arrival = Optional.empty();
        }
    }
}
