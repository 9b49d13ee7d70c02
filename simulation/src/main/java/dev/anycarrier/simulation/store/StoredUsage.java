package dev.anycarrier.simulation.store;

import dev.anycarrier.engine.port.ClusterAnswer;
import dev.anycarrier.engine.port.ClusterRequest.Wanted;
import dev.anycarrier.engine.port.ClusterTerms;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The last values of an account's SIMs, and who is asking for newer ones. Is told the time, in nanoseconds. */
final class StoredUsage {

    private final long lease;
    private final long keptFor;
    private final Map<SimId, Value> values = new HashMap<>();
    private final Map<SimId, Flight> flights = new HashMap<>();
    private long numbers;

    StoredUsage(final ClusterTerms terms) {
        this.lease = terms.lease().toNanos();
        this.keptFor = terms.keptFor().toNanos();
    }

    private record Value(UsageReport report, long receivedAt, long trueAt) {}

    private record Flight(long number, long until) {}

    /** What makes a question unnecessary, or somebody who is asking it already. */
    Optional<ClusterAnswer> spared(final SimId sim, final Wanted wanted, final long now) {
        final Optional<ClusterAnswer.Known> known = look(sim, now)
                .filter(value -> value.receivedAgo().compareTo(wanted.minimumInterval()) < 0
                        || value.age().compareTo(wanted.maximumAge()) < 0);
        if (known.isPresent()) {
            return Optional.of(known.get());
        }
        final Flight other = flights.get(sim);
        if (other != null && other.until > now && other.number != wanted.flight()) {
            return Optional.of(new ClusterAnswer.Elsewhere(Duration.ofNanos(other.until - now)));
        }
        return Optional.empty();
    }

    /** Somebody asks, or goes on to, with a lease from now. */
    long takeOff(final SimId sim, final Wanted wanted, final long now) {
        final Flight before = flights.get(sim);
        numbers = Math.max(numbers + 1, now);
        final long number =
                before != null && before.until > now && before.number == wanted.flight() ? before.number : numbers;
        flights.put(sim, new Flight(number, now + lease));
        return number;
    }

    Optional<ClusterAnswer.Known> look(final SimId sim, final long now) {
        final Value value = values.get(sim);
        return value == null || now - value.receivedAt >= keptFor
                ? Optional.empty()
                : Optional.of(new ClusterAnswer.Known(
                        value.report, Duration.ofNanos(now - value.receivedAt), Duration.ofNanos(now - value.trueAt)));
    }

    /** The answer came, or will not; said a moment ago. */
    void landed(
            final SimId sim,
            final long number,
            final Optional<UsageReport> report,
            final long saidAt,
            final long trueAt,
            final long now) {
        final Flight flight = flights.get(sim);
        if (flight == null || flight.number != number || flight.until <= now) {
            return;
        }
        flights.remove(sim);
        final Value before = values.get(sim);
        if (report.isPresent() && (before == null || trueAt >= before.trueAt)) {
            values.put(sim, new Value(report.get(), saidAt, trueAt));
        }
    }
}
