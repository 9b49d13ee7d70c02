package dev.anycarrier.simulation.schedule;

import dev.anycarrier.engine.port.Worker;
import org.jspecify.annotations.Nullable;

/** A thread of a simulation. Used only by threads of the same simulation, one of which runs at a time. */
public final class SimulatedThread implements Worker {

    private final Scheduler scheduler;
    private final String name;
    private final Runnable task;
    private final SimulatedProcess process;
    private final Baton baton = new Baton();
    private @Nullable Carrier carrier;
    private @Nullable Waiting waiting;
    private @Nullable Throwable failure;
    private boolean interruptPending;
    private boolean killed;
    private boolean ended;

    SimulatedThread(final Scheduler scheduler, final String name, final Runnable task, final SimulatedProcess process) {
        this.scheduler = scheduler;
        this.name = name;
        this.task = task;
        this.process = process;
    }

    /** Its name and number. */
    public String name() {
        return name;
    }

    /** Whether its task is over. */
    public boolean hasEnded() {
        return ended;
    }

    /** What its task threw, or null. */
    public @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void interrupt() {
        if (ended) {
            return;
        }
        if (waiting != null && waiting.interruptible()) {
            waiting = null;
        }
        if (scheduler.isCurrent(this)) {
            Thread.currentThread().interrupt();
        } else {
            interruptPending = true;
        }
    }

    @Override
    public boolean join(final long deadline) throws InterruptedException {
        scheduler.yieldNow();
        scheduler.throwIfInterrupted();
        while (!ended && scheduler.now() - deadline < 0) {
            scheduler.block(Waiting.until(this, "end of " + name, deadline));
            scheduler.throwIfInterrupted();
        }
        return ended;
    }

    /** Waits until the task has ended, whatever interrupts. */
    public void join() {
        scheduler.yieldNow();
        while (!ended) {
            scheduler.block(Waiting.forever(this, "end of " + name, false));
        }
    }

    SimulatedProcess process() {
        return process;
    }

    boolean isRunnable() {
        return waiting == null;
    }

    @Nullable
    Waiting waiting() {
        return waiting;
    }

    void waitFor(final Waiting reason) {
        waiting = reason;
    }

    void wake() {
        waiting = null;
    }

    /** Marks it; it ends at its next port. */
    void kill() {
        killed = true;
        waiting = null;
    }

    boolean isKilled() {
        return killed;
    }

    boolean hasBegun() {
        return carrier != null;
    }

    void end() {
        ended = true;
    }

    /** Gives it the baton. */
    void resume() {
        if (carrier == null) {
            carrier = Carrier.take();
            baton.ownedBy(carrier.thread());
            carrier.assign(this);
        } else {
            baton.give();
        }
    }

    /** Waits until it has the baton again; an interrupt that came meanwhile shows in the real thread's flag. */
    void awaitBaton() {
        final boolean interrupted = baton.await();
        interruptPending |= interrupted;
        showInterrupt();
    }

    StackTraceElement[] stack() {
        return carrier == null ? new StackTraceElement[0] : carrier.thread().getStackTrace();
    }

    void runOn(final Carrier runner) {
        showInterrupt();
        try {
            if (!killed) {
                task.run();
            }
        } catch (final Killed e) {
            assert killed;
        } catch (final Throwable e) {
            failure = e;
        }
        final boolean cleared = Thread.interrupted();
        assert cleared || !Thread.currentThread().isInterrupted();
        final Runnable handOver = scheduler.ended(this);
        runner.release();
        handOver.run();
    }

    private void showInterrupt() {
        if (interruptPending) {
            interruptPending = false;
            Thread.currentThread().interrupt();
        }
    }
}
