package dev.anycarrier.simulation.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a small scenario in every order that its threads can take turns in, depth first: each run follows the one before up
 * to the last choice that has an untried alternative.
 *
 * @param preemptions how often at most a turn is taken from a thread that could go on, or a timer goes off before it does
 * @param time whether timers may go off although threads could go on
 * @param limit after how many runs it is given up as too large
 */
public record Explorer(int preemptions, boolean time, long limit) {

    private static final long LIMIT = 2_000_000;

    /** Every order. */
    public static Explorer exhaustive() {
        return new Explorer(Integer.MAX_VALUE, false, LIMIT);
    }

    /** Every order with no more preemptions than that. */
    public static Explorer withPreemptions(final int preemptions) {
        return new Explorer(preemptions, false, LIMIT);
    }

    /** The same, and timers may go off early: each counts as a preemption. */
    public Explorer withEarlyTimers() {
        return new Explorer(preemptions, true, limit);
    }

    /**
     * Runs the scenario in each order, as the first thread of a fresh simulation; it starts the others, joins them and
     * asserts.
     *
     * @throws AssertionError from the first run that fails, deadlocks or leaves a thread behind, with the order and its log
     */
    public Exploration explore(final Consumer<Simulation> scenario) {
        Optional<List<Integer>> path = Optional.of(List.of());
        long runs = 0;
        while (path.isPresent()) {
            if (runs == limit) {
                throw new AssertionError("there are more than " + limit + " orders; bound the preemptions");
            }
            final PathChoice choice = new PathChoice(path.get(), preemptions, time);
            runOnce(scenario, choice);
            runs++;
            path = choice.following();
        }
        return new Exploration(runs);
    }

    /** Runs the scenario in one order, as a failure names it. */
    public void repeat(final List<Integer> path, final Consumer<Simulation> scenario) {
        runOnce(scenario, new PathChoice(path, preemptions, time));
    }

    private static void runOnce(final Consumer<Simulation> scenario, final PathChoice choice) {
        final Simulation simulation = new Simulation(choice, 0);
        final List<String> left;
        try {
            left = simulation.run(() -> scenario.accept(simulation));
        } catch (final RuntimeException | Error e) {
            throw new AssertionError(
                    "in the order " + choice.taken() + ": " + e.getMessage() + "\n" + simulation.log(), e);
        }
        if (!left.isEmpty()) {
            throw new AssertionError(
                    "in the order " + choice.taken() + " threads were left: " + left + "\n" + simulation.log());
        }
    }
}
