package dev.anycarrier.engine.flight;

import dev.anycarrier.engine.limit.Turn;
import java.util.Optional;

/** One who waits for a flight, perhaps on behalf of others. Used under the lock of the flights. */
final class Passenger {

    private final Optional<Turn> turn;
    private long deadline;

    private Passenger(final Optional<Turn> turn, final long deadline) {
        this.turn = turn;
        this.deadline = deadline;
    }

    static Passenger until(final long deadline) {
        return new Passenger(Optional.empty(), deadline);
    }

    /** One for whom others wait, so that its deadline may move. */
    static Passenger of(final Turn turn) {
        return new Passenger(Optional.of(turn), turn.deadline());
    }

    /** Those who wait for it; can be read by any thread. */
    Optional<Turn> turn() {
        return turn;
    }

    long deadline() {
        return deadline;
    }

    void stayUntil(final long newDeadline) {
        deadline = newDeadline;
    }
}
