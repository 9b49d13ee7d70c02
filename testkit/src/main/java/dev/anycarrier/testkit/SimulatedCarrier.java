package dev.anycarrier.testkit;

import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.UsageRecord;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A carrier running on loopback, the truth about its SIMs, and a ledger of every request it got. Thread-safe. */
public interface SimulatedCarrier extends AutoCloseable {

    /** The identifier of the provider that speaks to this carrier. */
    String carrier();

    /** Where it listens. */
    URI address();

    /** The settings of an account that points here, {@code provider} first, and credentials included. */
    Map<String, String> settings();

    /** The SIMs and the truth about each, in a stable order. */
    List<SimTruth> sims();

    /** A well-formed identifier of a SIM that this carrier does not have. */
    SimId unknownSim();

    /** A well-formed identifier of a SIM that belongs to another customer; empty if the carrier tells no difference. */
    default Optional<SimId> forbiddenSim() {
        return Optional.empty();
    }

    /** Every usage record, in the order of time; empty if the carrier has none. */
    default List<UsageRecord> records() {
        return List.of();
    }

    /** Whether the carrier can be asked for its usage grouped by the hour, which is what its records add up to. */
    default boolean groupsByHour() {
        return false;
    }

    /** Bytes used by tag; empty if the carrier has no tags. */
    default Map<String, Quantity> tagTotals() {
        return Map.of();
    }

    /** The refusals of a question about a SIM that the carrier documents; empty if they are known by their status alone. */
    default List<DocumentedRefusal> refusals() {
        return List.of();
    }

    /** The carrier no longer accepts any access token it has given out. Without effect where there are none. */
    default void revokeTokens() {}

    /** Every request so far, as the carrier saw it. */
    Ledger ledger();

    /** Stops listening and drops every connection. Idempotent. */
    @Override
    void close();
}
