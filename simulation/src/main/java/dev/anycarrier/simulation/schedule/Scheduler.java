package dev.anycarrier.simulation.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes the baton. Its state belongs to whoever has the baton, so it needs no lock; the hand-over publishes it.
 */
final class Scheduler {

    private static final int PATIENCE_SECONDS = 120;
    private static final Set<String> OUR_OWN = Stream.of(
                    Scheduler.class,
                    SimulatedThread.class,
                    SimulatedLock.class,
                    SimulatedCondition.class,
                    VirtualTime.class,
                    Baton.class,
                    Carrier.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final Choice choice;
    private final VirtualTime time = new VirtualTime(this);
    private final List<SimulatedThread> alive = new ArrayList<>();
    private final List<SimulatedThread> ready = new ArrayList<>();
    private final Baton controller = new Baton();
    private @Nullable SimulatedThread current;
    private @Nullable SimulatedThread main;
    private @Nullable Runnable killer;
    private @Nullable AssertionError broken;
    private int started;
    private final AtomicLong steps = new AtomicLong();

    Scheduler(final Choice choice) {
        this.choice = choice;
    }

    VirtualTime time() {
        return time;
    }

    long now() {
        return time.nanoTime();
    }

    long steps() {
        return steps.get();
    }

    @Nullable
    SimulatedThread current() {
        return current;
    }

    boolean isCurrent(final SimulatedThread thread) {
        return current == thread;
    }

    List<SimulatedThread> alive() {
        return List.copyOf(alive);
    }

    List<SimulatedThread> threads(final SimulatedProcess process) {
        return alive.stream().filter(thread -> thread.process() == process).toList();
    }

    /** Runs the main thread to its end, from a thread outside; then ends all others. Returns those it had to end. */
    List<String> run(final SimulatedThread mainThread) {
        controller.ownedBy(Thread.currentThread());
        main = mainThread;
        current = mainThread;
        mainThread.resume();
        awaitController();
        current = null;
        final List<String> left = alive.stream()
                .map(thread -> thread.name() + ": " + thread.waiting())
                .toList();
        killAll(alive());
        if (broken != null) {
            throw broken;
        }
        return left;
    }

    SimulatedThread add(final String name, final Runnable task, final SimulatedProcess process) {
        requireAlive();
        final SimulatedThread thread = new SimulatedThread(this, name + "#" + started++, task, process);
        alive.add(thread);
        return thread;
    }

    /** Others may go first. */
    void yieldNow() {
        final SimulatedThread me = requireAlive();
        if (me != null) {
            switchFrom(me);
        }
    }

    /** Waits until woken, interrupted or timed out; the caller looks which. */
    void block(final Waiting reason) {
        final SimulatedThread me = requireAlive();
        if (me == null) {
            throw new IllegalStateException("outside a simulated thread nothing can wait, here for " + reason);
        }
        if (reason.interruptible() && Thread.currentThread().isInterrupted()) {
            return;
        }
        me.waitFor(reason);
        switchFrom(me);
    }

    void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whoever waits on that can go on. */
    void wakeAll(final Object on) {
        for (final SimulatedThread thread : alive) {
            final Waiting waiting = thread.waiting();
            if (waiting != null && waiting.on() == on) {
                thread.wake();
            }
        }
    }

    void kill(final SimulatedProcess process) {
        final SimulatedThread me = Objects.requireNonNull(requireAlive());
        if (me.process() == process) {
            throw new IllegalStateException("a process is killed from outside");
        }
        killAll(threads(process));
    }

    /** A thread's last step. The returned hand-over is the very last thing its real thread does for it. */
    Runnable ended(final SimulatedThread thread) {
        thread.end();
        alive.remove(thread);
        wakeAll(thread);
        if (broken == null && thread.failure() instanceof AssertionError failed) {
            broken = failed;
        }
        if (killer != null) {
            return killer;
        }
        if (thread == main) {
            return controller::give;
        }
        final SimulatedThread next = pick(null);
        if (next == null) {
            return controller::give;
        }
        current = next;
        return next::resume;
    }

    /** The thread that asks, if it is one of ours; a killed one goes no further. */
    private @Nullable SimulatedThread requireAlive() {
        final SimulatedThread me = current;
        if (me != null && me.isKilled()) {
            throw new Killed();
        }
        return me;
    }

    private void switchFrom(final SimulatedThread me) {
        final SimulatedThread next = pick(me);
        if (next != me) {
            if (next == null) {
                controller.give();
            } else {
                current = next;
                next.resume();
            }
            me.awaitBaton();
            if (me.isKilled()) {
                throw new Killed();
            }
        }
    }

    /** Who goes on, or null if nobody ever can. */
    private @Nullable SimulatedThread pick(final @Nullable SimulatedThread me) {
        steps.incrementAndGet();
        time.advance(choice.delay());
        while (true) {
            gatherReady(me);
            final boolean preempts = me != null && me.isRunnable();
            final int timeOption = choice.offersTime() && hasTimer() ? 1 : 0;
            if (ready.isEmpty()) {
                if (!hasTimer()) {
                    broken = new Deadlock(describe());
                    return null;
                }
                advanceToTimer();
                continue;
            }
            final int options = ready.size() + timeOption;
            final int chosen = options == 1 ? 0 : choice.next(options, preempts || timeOption > 0);
            if (chosen < ready.size()) {
                return ready.get(chosen);
            }
            advanceToTimer();
        }
    }

    private void gatherReady(final @Nullable SimulatedThread me) {
        ready.clear();
        final boolean first = me != null && me.isRunnable();
        if (me != null && first) {
            ready.add(me);
        }
        for (final SimulatedThread thread : alive) {
            final Waiting waiting = thread.waiting();
            if (waiting != null && waiting.timed() && waiting.deadline() - now() <= 0) {
                thread.wake();
            }
            if (thread.isRunnable() && !(first && thread == me)) {
                ready.add(thread);
            }
        }
    }

    private boolean hasTimer() {
        return alive.stream()
                .anyMatch(thread -> thread.waiting() != null
                        && Objects.requireNonNull(thread.waiting()).timed());
    }

    private void advanceToTimer() {
        long shortest = Long.MAX_VALUE;
        for (final SimulatedThread thread : alive) {
            final Waiting waiting = thread.waiting();
            if (waiting != null && waiting.timed()) {
                shortest = Math.min(shortest, waiting.deadline() - now());
            }
        }
        time.advance(Math.max(0, shortest));
    }

    private void killAll(final List<SimulatedThread> victims) {
        final SimulatedThread me = current;
        final Runnable outerKiller = killer;
        victims.forEach(SimulatedThread::kill);
        for (final SimulatedThread victim : victims) {
            if (!victim.hasBegun()) {
                victim.end();
                alive.remove(victim);
                wakeAll(victim);
                continue;
            }
            current = victim;
            if (me == null) {
                killer = controller::give;
                victim.resume();
                awaitController();
            } else {
                killer = me::resume;
                victim.resume();
                me.awaitBaton();
            }
            current = me;
        }
        killer = outerKiller;
    }

    private void awaitController() {
        long seen = steps();
        int patience = PATIENCE_SECONDS;
        while (!controller.await(TimeUnit.SECONDS.toNanos(1))) {
            patience = seen == steps() ? patience - 1 : PATIENCE_SECONDS;
            seen = steps();
            if (patience == 0) {
                throw new AssertionError("a simulated thread is stuck outside the simulation\n" + describe());
            }
        }
    }

    private String describe() {
        final StringBuilder text = new StringBuilder("every thread waits, and nothing will wake one");
        for (final SimulatedThread thread : alive) {
            text.append("\n  ").append(thread.name()).append(" waits for ").append(thread.waiting());
            for (final StackTraceElement frame : thread.stack()) {
                if (!frame.getClassName().startsWith("java.") && !OUR_OWN.contains(frame.getClassName())) {
                    text.append("\n      at ").append(frame);
                }
            }
        }
        return text.toString();
    }
}
