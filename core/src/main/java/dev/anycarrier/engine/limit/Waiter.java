package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.spi.LimitScope;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** Somebody who wants a permit, until it is granted or refused. Guarded by the limiter's lock. */
final class Waiter {

    enum Outcome {
        OPEN,
        GRANTED,
        REFUSED,
        CANCELLED
    }

    final Object owner;
    final @Nullable Sim sim;
    Priority priority;
    long deadline;

    /** What to wake its thread with; none as long as its thread does not wait. */
    @Nullable
    Condition condition;

    Outcome outcome = Outcome.OPEN;

    /** Where it came in the order of arrival; changes when the line is packed, the order does not. */
    int place;

    /** Whether it stands in line for what it shares with others, or still waits for its SIM. */
    boolean inLine;

    /** While it waits for its SIM: until when. */
    long readyAt;

    /** Whether its own thread has come to wait, so that its deadline may pass meanwhile. */
    boolean waits;

    /** What can be said about its wait: when it ends at the earliest, and why. */
    long earliest;

    LimitScope scope = LimitScope.ACCOUNT;

    Waiter(final Object owner, final @Nullable Sim sim, final Priority priority, final long deadline) {
        this.owner = owner;
        this.sim = sim;
        this.priority = priority;
        this.deadline = deadline;
    }

    boolean isOpen() {
        return outcome == Outcome.OPEN;
    }

    /** Whether it comes before another one: the more urgent first, then whoever came first. */
    boolean goesBefore(final Waiter other) {
        return priority == other.priority ? place < other.place : priority.compareTo(other.priority) < 0;
    }

    void wake() {
        if (condition != null) {
            condition.signal();
        }
    }
}
