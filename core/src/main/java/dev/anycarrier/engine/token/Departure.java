package dev.anycarrier.engine.token;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.flight.Flight;
import dev.anycarrier.spi.UsageException;

/**
 * A flight, and when its request left: before that a token cannot have begun to live, however long the limits made it
 * wait. For one thread.
 */
final class Departure implements Flight {

    private final Flight flight;
    private final TokenShelf shelf;
    private long at;

    Departure(final Flight flight, final TokenShelf shelf) {
        this.flight = flight;
        this.shelf = shelf;
        this.at = shelf.now();
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
        return flight.deadline();
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
