package dev.anycarrier.testing;

import java.util.concurrent.locks.LockSupport;

/** One thread's wait for a moment, or for somebody else before that. Its parts are guarded by the time's lock, but for {@link #isOver()}. */
final class Wait implements Comparable<Wait> {

    private final long due;
    private final long number;
    private final Participant participant;
    private volatile boolean over;
    private volatile boolean interrupted;

    Wait(final long due, final long number, final Participant participant) {
        this.due = due;
        this.number = number;
        this.participant = participant;
    }

    long due() {
        return due;
    }

    Participant participant() {
        return participant;
    }

    boolean isOver() {
        return over;
    }

    /** Whether it ended since its thread is wanted elsewhere. */
    boolean isInterrupted() {
        return interrupted;
    }

    void end(final boolean byInterruption) {
        interrupted = byInterruption;
        over = true;
        LockSupport.unpark(participant.thread());
    }

    /** By the moment, and of those by who came first. */
    @Override
    public int compareTo(final Wait other) {
        final int byMoment = Long.compare(due, other.due);
        return byMoment == 0 ? Long.compare(number, other.number) : byMoment;
    }

    @Override
    public boolean equals(final Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
