package dev.anycarrier.engine.limit;

import dev.anycarrier.call.Priority;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.TimeSource;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Lets those who ask the store pass one by one while it has lately said no, the urgent ones first: one answer then spares
 * the others the question. As long as it says yes, everybody passes at once. Thread-safe.
 */
final class Turnstile {

    private static final long NARROW_FOR = Duration.ofSeconds(1).toNanos();

    /** How long before whoever waits looks again; being woken is the rule. */
    private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

    private final TimeSource time;
    private final Lock lock;
    private final Condition urgent;
    private final Condition others;
    private boolean refused;
    private long narrowUntil;
    private boolean taken;
    private int urgentWaiting;

    Turnstile(final Ports ports) {
        this.time = ports.time();
        this.lock = ports.threads().lock();
        this.urgent = lock.newCondition();
        this.others = lock.newCondition();
    }

    /**
     * Waits until it is one's turn.
     *
     * @return whether nobody else passes until {@link #leave}, which is to be called in any case
     */
    boolean enter(final Priority priority) throws InterruptedException {
        lock.lock();
        try {
            if (!isNarrow()) {
                return false;
            }
            if (priority == Priority.INTERACTIVE) {
                urgentWaiting++;
                try {
                    while (isNarrow() && taken) {
                        urgent.awaitNanos(LOOK_AGAIN);
                    }
                } finally {
                    urgentWaiting--;
                }
            } else {
                while (isNarrow() && (taken || urgentWaiting > 0)) {
                    others.awaitNanos(LOOK_AGAIN);
                }
            }
            if (!isNarrow()) {
                return false;
            }
            taken = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The answer is there, or there is none.
     *
     * @param alone what {@link #enter} said
     */
    void leave(final boolean alone) {
        if (!alone) {
            return;
        }
        lock.lock();
        try {
            taken = false;
            (urgentWaiting > 0 ? urgent : others).signal();
        } finally {
            lock.unlock();
        }
    }

    /** The store said no, and for how long. */
    void refused(final long nanos) {
        lock.lock();
        try {
            final long until = time.nanoTime() + nanos + NARROW_FOR;
            if (!refused || until - narrowUntil > 0) {
                refused = true;
                narrowUntil = until;
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isNarrow() {
        if (refused && time.nanoTime() - narrowUntil >= 0) {
            refused = false;
        }
        return refused;
    }
}
