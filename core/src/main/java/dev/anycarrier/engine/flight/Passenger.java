package dev.anycarrier.engine.flight;

import dev.anycarrier.engine.limit.Turn;
import dev.anycarrier.spi.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One who waits for a flight, perhaps on behalf of others. Used under the lock of the flights. */
final class Passenger {

    private final Optional<Turn> turn;
    private long deadline;
    private boolean aboard = true;
    private @Nullable UsageException refusal;

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

    /** Leaves, and tells whether it was still there. */
    boolean leaves() {
        final boolean was = aboard;
        aboard = false;
        return was;
    }

    void stayUntil(final long newDeadline) {
        deadline = newDeadline;
    }

    /** Hears that it cannot be before {@code at}, and tells whether that is too late for it. */
    boolean refused(final long at, final UsageException why) {
        if (at - deadline < 0) {
            return false;
        }
        refusal = why;
        return true;
    }

    /** Throws what it was refused with, if it was. */
    void throwRefusal() {
        if (refusal != null) {
            throw refusal.toBuilder().build();
        }
    }
}
