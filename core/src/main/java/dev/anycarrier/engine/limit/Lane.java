package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.limit.Waiter.Outcome;
import dev.anycarrier.spi.LimitScope;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may send, for everybody who shares one budget. Whoever's SIM is free stands in line by priority and
 * arrival; the others rest until it is, and keep their place in the order. A place is handed to the first in line by
 * whoever comes by: it does not matter which thread that is, or when the waiter's own thread notices.
 *
 * <p>A step machine: it never waits, and is told the time. Not thread-safe.
 */
final class Lane {

    private static final Comparator<Waiter> SOONEST = (one, other) -> {
        final long difference = one.readyAt - other.readyAt;
        return difference == 0 ? Integer.compare(one.place, other.place) : Long.signum(difference);
    };

    private final LimitScope scope;
    private final Budget shared;
    private final Sims sims;
    private final WaitingLine line = new WaitingLine();
    private final TreeSet<Waiter> resting = new TreeSet<>(SOONEST);
    private @Nullable Waiter timer;

    Lane(final LimitScope scope, final Budget shared, final Sims sims) {
        this.scope = scope;
        this.shared = shared;
        this.sims = sims;
    }

    Budget shared() {
        return shared;
    }

    int waiting() {
        return line.present();
    }

    /** Takes up one more; afterwards it is granted, refused, or still open and will be woken. */
    void enter(final Waiter waiter, final long now) {
        advance(now);
        if (isNext(waiter) && isFree(waiter, now)) {
            take(waiter);
            // The permit goes on using its SIM in its place.
            waiter.outcome = Outcome.GRANTED;
            return;
        }
        line.arrive(waiter);
        if (waiter.sim != null) {
            waiter.sim.arrive(waiter);
        }
        if (fits(waiter, now)) {
            restOrJoin(waiter, now);
            advance(now);
        } else {
            refuse(waiter, now);
        }
        waiter.waits = waiter.isOpen();
    }

    /** Whether nobody would stand before it. */
    private boolean isNext(final Waiter waiter) {
        return line.first() == null
                && (waiter.sim == null || waiter.sim.waiters().isEmpty());
    }

    private boolean isFree(final Waiter waiter, final long now) {
        return shared.delay(0, now) == 0
                && (waiter.sim == null || waiter.sim.budget().delay(0, now) == 0);
    }

    /** Does what is due. */
    void advance(final long now) {
        wakeUp(now);
        for (Waiter first = line.first(); first != null; first = line.first()) {
            if (first.waits && first.deadline - now <= 0) {
                refuse(first, now);
            } else if (first.sim != null && first.sim.budget().delay(0, now) > 0) {
                // Somebody else has taken its SIM's place since it came into line.
                line.leave(first);
                settle(first, now);
            } else if (shared.delay(0, now) > 0) {
                break;
            } else {
                grant(first, now);
            }
        }
        final Waiter first = line.first();
        if (first != timer) {
            timer = first;
            if (first != null) {
                first.wake();
            }
        }
    }

    /** When the waiter's thread must come back to {@link #advance} at the latest. */
    long comeBack(final Waiter waiter, final long now) {
        final long due;
        if (!waiter.inLine) {
            due = waiter.readyAt;
        } else if (waiter == line.first()) {
            due = now + shared.delay(0, now);
        } else {
            return waiter.deadline;
        }
        return due - waiter.deadline < 0 ? due : waiter.deadline;
    }

    /** Takes over what has changed; neither ever becomes less. */
    void change(final Waiter waiter, final Priority priority, final long deadline, final long now) {
        if (deadline - waiter.deadline > 0) {
            waiter.deadline = deadline;
        }
        if (priority.compareTo(waiter.priority) < 0) {
            final boolean wasInLine = waiter.inLine;
            line.leave(waiter);
            waiter.priority = priority;
            if (wasInLine) {
                line.join(waiter);
            }
            restAgain(waiter.sim, now);
            advance(now);
        }
    }

    /** Ends a wait from outside. */
    void leave(final Waiter waiter, final Outcome outcome, final long now) {
        estimate(waiter, now);
        remove(waiter, outcome, now);
        advance(now);
    }

    /** Ends every wait of one owner. */
    void cancelAll(final Object owner, final long now) {
        for (final Waiter waiter : line.all()) {
            if (waiter.isOpen() && waiter.owner == owner) {
                remove(waiter, Outcome.CANCELLED, now);
            }
        }
    }

    /** What all share is held back longer than before: refuses whom it makes too late, and lets the others know. */
    void tightened(final long now) {
        tightened(line.all(), now);
    }

    /** As {@link #tightened(long)}, for one SIM. */
    void tightened(final Sim sim, final long now) {
        tightened(List.copyOf(sim.waiters()), now);
    }

    private void tightened(final List<Waiter> concerned, final long now) {
        for (final Waiter waiter : concerned) {
            if (!waiter.isOpen()) {
                continue;
            }
            final long before = waiter.earliest;
            if (!fits(waiter, now)) {
                refuse(waiter, now);
            } else if (waiter.earliest - before > 0) {
                waiter.wake();
            }
        }
        advance(now);
    }

    /** A place of the SIM has become free before its time. */
    void loosened(final @Nullable Sim sim, final long now) {
        restAgain(sim, now);
        advance(now);
        final Waiter first = line.first();
        if (first != null) {
            first.wake();
        }
    }

    /** Works out when the waiter's turn comes at the earliest, and what it waits for. */
    void estimate(final Waiter waiter, final long now) {
        long delay = shared.delay(line.ahead(waiter), now);
        waiter.scope = scope;
        if (waiter.sim != null) {
            final long own = waiter.sim.budget().delay(waiter.sim.ahead(waiter), now);
            if (own > delay) {
                delay = own;
                waiter.scope = LimitScope.SIM;
            }
        }
        waiter.earliest = now + delay;
    }

    private boolean fits(final Waiter waiter, final long now) {
        estimate(waiter, now);
        return waiter.earliest - now == 0 || waiter.earliest - waiter.deadline < 0;
    }

    /** As {@link #restOrJoin}, unless it has become too late for that. */
    private void settle(final Waiter waiter, final long now) {
        if (fits(waiter, now)) {
            restOrJoin(waiter, now);
        } else {
            refuse(waiter, now);
        }
    }

    private void restOrJoin(final Waiter waiter, final long now) {
        final long delay = waiter.sim == null ? 0 : waiter.sim.budget().delay(waiter.sim.ahead(waiter), now);
        if (delay == 0) {
            line.join(waiter);
        } else {
            waiter.readyAt = now + delay;
            resting.add(waiter);
        }
    }

    private void wakeUp(final long now) {
        while (!resting.isEmpty() && resting.first().readyAt - now <= 0) {
            final Waiter waiter = resting.first();
            resting.remove(waiter);
            settle(waiter, now);
        }
    }

    /** Those who rest for the SIM may be ready sooner. */
    private void restAgain(final @Nullable Sim sim, final long now) {
        if (sim == null) {
            return;
        }
        for (final Waiter waiter : sim.waiters()) {
            if (!waiter.inLine && resting.remove(waiter)) {
                final long before = waiter.readyAt;
                restOrJoin(waiter, now);
                if (waiter.inLine || waiter.readyAt - before < 0) {
                    waiter.wake();
                }
            }
        }
    }

    private void grant(final Waiter waiter, final long now) {
        take(waiter);
        if (waiter.sim != null) {
            // The permit goes on using it.
            waiter.sim.use();
        }
        remove(waiter, Outcome.GRANTED, now);
    }

    private void take(final Waiter waiter) {
        shared.take();
        if (waiter.sim != null) {
            waiter.sim.budget().take();
        }
    }

    private void refuse(final Waiter waiter, final long now) {
        estimate(waiter, now);
        remove(waiter, Outcome.REFUSED, now);
    }

    private void remove(final Waiter waiter, final Outcome outcome, final long now) {
        if (!waiter.inLine) {
            resting.remove(waiter);
        }
        line.depart(waiter);
        waiter.outcome = outcome;
        waiter.wake();
        final Sim sim = waiter.sim;
        if (sim != null) {
            sim.depart(waiter);
            if (outcome != Outcome.GRANTED) {
                restAgain(sim, now);
            }
            sims.release(sim);
        }
    }
}
