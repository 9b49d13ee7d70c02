package dev.anycarrier.simulation.schedule;

import dev.anycarrier.engine.port.NameResolver;
import dev.anycarrier.engine.port.Ports;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * One run of concurrent code in virtual time: of its threads one runs at a time, and who goes next is decided by a {@link
 * Choice} wherever a thread takes a lock, waits, sleeps, starts another or yields. The same choices give the same run.
 *
 * <p>Interrupts reach a simulated thread by {@link SimulatedThread#interrupt()} and {@code
 * Thread.currentThread().interrupt()}, and are seen as anywhere by {@code Thread.interrupted()}.
 */
public final class Simulation {

    private final Scheduler scheduler;
    private final EventLog log = new EventLog();
    private final Ports ports;
    private boolean begun;

    /**
     * A run in an order of one's own.
     *
     * @param seed what the engine's chance is drawn from
     */
    public Simulation(final Choice choice, final long seed) {
        this.scheduler = new Scheduler(choice);
        this.ports = new Ports(
                scheduler.time(), new SimulatedThreads(this, scheduler), resolver(), new SplittableRandom(~seed));
    }

    /** A run whose order and chance are drawn from a seed. */
    public static Simulation of(final long seed) {
        return new Simulation(new SeededChoice(new SplittableRandom(seed)), seed);
    }

    private static NameResolver resolver() {
        return host -> {
            throw new UnknownHostException("there are no names in a simulation");
        };
    }

    /** What the code under test runs on. Locks of it can be taken before and after the run too. */
    public Ports ports() {
        return ports;
    }

    /** Its clocks. */
    public VirtualTime time() {
        return scheduler.time();
    }

    /** What was logged so far. */
    public EventLog log() {
        return log;
    }

    /** How often the turn was decided on so far. */
    public long steps() {
        return scheduler.steps();
    }

    /**
     * Runs the task as the first simulated thread. The run is over when the task ends; threads that have not ended by then
     * are unwound.
     *
     * @return the threads that were left, and what each waited for
     * @throws Deadlock if all wait and no timer goes off any more
     * @throws AssertionError if a thread failed with one; anything that the task itself threw is thrown too
     */
    public List<String> run(final Runnable task) {
        if (begun) {
            throw new IllegalStateException("a simulation runs once");
        }
        begun = true;
        final SimulatedThread main = scheduler.add("main", task, new SimulatedProcess(scheduler, "main"));
        final List<String> left = scheduler.run(main);
        final Throwable failure = main.failure();
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return left;
    }

    /** Starts a thread in the process of the thread that calls. */
    public SimulatedThread start(final String name, final Runnable task) {
        final SimulatedThread thread = scheduler.add(name, task, current().process());
        scheduler.yieldNow();
        return thread;
    }

    /** Starts a process with a first thread of the same name. */
    public SimulatedProcess startProcess(final String name, final Runnable task) {
        final SimulatedProcess process = new SimulatedProcess(scheduler, name);
        process.begin(scheduler.add(name, task, process));
        scheduler.yieldNow();
        return process;
    }

    /** Whether something was thrown only because its thread's process was killed. */
    public static boolean isKill(final Throwable thrown) {
        return thrown instanceof Killed;
    }

    /** The thread that calls. */
    public SimulatedThread current() {
        return Objects.requireNonNull(scheduler.current(), "only a thread of this simulation may do this");
    }

    /** Threads that have not ended, by name, with what each waits for. */
    public List<String> threads() {
        return scheduler.alive().stream()
                .map(thread -> thread.name() + ": " + thread.waiting())
                .toList();
    }

    /** A point at which others may go first. */
    public void yieldNow() {
        scheduler.yieldNow();
    }

    /** Notes what happens. A thread that was killed notes nothing more. */
    public void log(final String text) {
        final SimulatedThread thread = scheduler.current();
        if (thread == null || !thread.isKilled()) {
            log.add(time().elapsed().toNanos(), thread == null ? "-" : thread.name(), text);
        }
    }

    /** Lets go of the real threads that are kept for the next run; for when the classes are to be unloaded. */
    public static void endIdleThreads() {
        Carrier.endIdle();
    }
}
