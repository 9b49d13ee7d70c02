package dev.anycarrier.benchmarks.sweep;

import dev.anycarrier.engine.port.Threads;
import dev.anycarrier.engine.port.TimeSource;
import dev.anycarrier.engine.port.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Lock;

/**
 * Time that passes only when every thread waits, and threads of which one runs at a time, each until it waits: no lock is
 * ever contended, so what is measured is the engine and no scheduler. The thread that makes it has the turn first. What
 * that one starts has a thread of its own; what such a thread starts runs at once in its place.
 */
final class VirtualTime implements TimeSource, Threads {

    private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");

    private final Actor first = Actor.here();
    private final Queue<Actor> ready = new ArrayDeque<>();
    private final List<Actor> waiting = new ArrayList<>();
    private Actor current = first;
    private long now;
    private long cpuOfEnded;

    @Override
    public Instant instant() {
        return START.plusNanos(now);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(final Duration time) {
        block(new WaitingLine(this), time.toNanos());
    }

    @Override
    public Lock lock() {
        return new UncontendedLock(this);
    }

    @Override
    public Worker start(final String name, final Runnable task) {
        final Started started = new Started(new WaitingLine(this));
        if (current == first) {
            ready.add(Actor.starting(name, actor -> {
                current = actor;
                started.run(task);
                cpuOfEnded += actor.cpuNanos();
                next().takeTurn();
            }));
        } else {
            started.run(task);
        }
        return started;
    }

    /** Time passes while the thread that has the turn is busy. */
    void pass(final Duration time) {
        now += time.toNanos();
    }

    /** The CPU time of the first thread and of all that have ended. */
    long cpuNanos() {
        return first.cpuNanos() + cpuOfEnded;
    }

    /** Waits in a line until called from it, but no longer than that; returns what is left of it. */
    long block(final WaitingLine line, final long nanos) {
        final Actor me = current;
        final long until = now + Math.max(0, nanos);
        me.waitIn(line, until);
        waiting.add(me);
        final Actor next = next();
        if (next != me) {
            next.takeTurn();
            me.awaitTurn();
            current = me;
        }
        return until - now;
    }

    /** One that waited goes on when it is its turn. */
    void call(final Actor actor) {
        waiting.remove(actor);
        ready.add(actor);
    }

    /** Who has the next turn; if nobody is ready, whoever waits for the nearest time, and that time has come. */
    private Actor next() {
        final Actor called = ready.poll();
        if (called != null) {
            return called;
        }
        final Actor nearest = waiting.stream()
                .min(Comparator.comparingLong(Actor::until))
                .orElseThrow(() -> new IllegalStateException("nobody is left who could go on"));
        now = Math.max(now, nearest.until());
        waiting.remove(nearest);
        nearest.leaveLine();
        return nearest;
    }

    /** A task that is over when its line is told. */
    private final class Started implements Worker {

        private final WaitingLine end;
        private boolean ended;

        Started(final WaitingLine end) {
            this.end = end;
        }

        void run(final Runnable task) {
            task.run();
            ended = true;
            end.signalAll();
        }

        /** Nobody is interrupted in a sweep that comes to its end. */
        @Override
        public void interrupt() {}

        @Override
        public boolean join(final long deadline) {
            while (!ended && deadline - now > 0) {
                block(end, deadline - now);
            }
            return ended;
        }
    }
}
