package dev.anycarrier.testing.nodes;

import dev.anycarrier.engine.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads of which one runs at a time. Whoever waits hands on to the one whose time comes first, and time leaps there: the
 * same story each time.
 */
final class Actors {

    private final ManualTime time = new ManualTime();
    private final long origin = time.nanoTime();
    private final ReentrantLock baton = new ReentrantLock();
    private final TreeSet<Actor> waiting =
            new TreeSet<>(Comparator.comparingLong((Actor actor) -> actor.at).thenComparingLong(actor -> actor.turn));
    private final List<Throwable> failures = new ArrayList<>();
    private Actor running;
    private long turns;

    /** The thread that makes this is the first actor. */
    Actors() {
        running = new Actor(Thread.currentThread());
    }

    /** A thread among others. */
    final class Actor {

        private final Thread thread;
        private final Condition turnCame = baton.newCondition();
        private long at;
        private long turn;
        private boolean ended;

        private Actor(final Thread thread) {
            this.thread = thread;
        }

        boolean hasEnded() {
            return ended;
        }

        void interrupt() {
            thread.interrupt();
            wake(this);
        }
    }

    ManualTime time() {
        return time;
    }

    long now() {
        return time.nanoTime() - origin;
    }

    /** Who runs now. */
    Actor current() {
        return running;
    }

    /** Starts one that runs when others wait. */
    Actor start(final Runnable task, final Duration after) {
        final Actor[] started = new Actor[1];
        final Thread thread = new Thread(() -> perform(started[0], task), "actor");
        thread.setDaemon(true);
        started[0] = new Actor(thread);
        baton.lock();
        try {
            queue(started[0], now() + after.toNanos());
        } finally {
            baton.unlock();
        }
        thread.start();
        return started[0];
    }

    /** Lets others run until that time, or until this one is woken. */
    void waitUntil(final long at) {
        final Actor self = running;
        baton.lock();
        try {
            queue(self, at);
            handOn();
            awaitTurn(self);
        } finally {
            baton.unlock();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("another thread failed", failures.remove(0));
        }
    }

    /** Ends somebody's wait. */
    void wake(final Actor actor) {
        baton.lock();
        try {
            if (waiting.remove(actor)) {
                queue(actor, now());
            }
        } finally {
            baton.unlock();
        }
    }

    private void perform(final Actor self, final Runnable task) {
        baton.lock();
        try {
            awaitTurn(self);
        } finally {
            baton.unlock();
        }
        try {
            task.run();
        } catch (final Throwable failure) {
            failures.add(failure);
        }
        baton.lock();
        try {
            self.ended = true;
            handOn();
        } finally {
            baton.unlock();
        }
    }

    private void queue(final Actor actor, final long at) {
        actor.at = at;
        actor.turn = turns++;
        waiting.add(actor);
    }

    private void handOn() {
        running = waiting.pollFirst();
        time.advance(Duration.ofNanos(Math.max(0, running.at - now())));
        running.turnCame.signal();
    }

    private void awaitTurn(final Actor self) {
        while (running != self) {
            self.turnCame.awaitUninterruptibly();
        }
    }
}
