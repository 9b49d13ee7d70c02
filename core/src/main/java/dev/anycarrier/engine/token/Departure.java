package dev.anycarrier.engine.token;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.spi.UsageException;
import java.util.OptionalLong;

/**
 * A flight, and when its request left: before that a token cannot have begun to live, however long the limits made it
 * wait. For one thread.
 */
final class Departure implements Flight {

    private final Flight flight;
    private final TokenShelf shelf;
    private final OptionalLong until;
    private long at;

    Departure(final Flight flight, final TokenShelf shelf) {
        this(flight, shelf, OptionalLong.empty());
    }

    private Departure(final Flight flight, final TokenShelf shelf, final OptionalLong until) {
        this.flight = flight;
        this.shelf = shelf;
        this.until = until;
        this.at = shelf.now();
    }

    /** A flight whose request leaves before then or not at all, whatever time its passengers have. */
    static Departure until(final long until, final Flight flight, final TokenShelf shelf) {
        return new Departure(flight, shelf, OptionalLong.of(until));
    }

    /** When the last request left, or the flight began if none did, on the monotonic clock. */
    long at() {
        return at;
    }

    @Override
    public void sent() {
        at = shelf.now();
        flight.sent();
    }

    @Override
    public long deadline() {
        final long deadline = flight.deadline();
        return until.isPresent() && until.getAsLong() - deadline < 0 ? until.getAsLong() : deadline;
    }

    @Override
    public Priority priority() {
        return flight.priority();
    }

    @Override
    public void waitsUntil(final long until, final UsageException refusal) {
        flight.waitsUntil(until, refusal);
    }

    @Override
    public void onChange(final Runnable changed) {
        flight.onChange(changed);
    }
}
