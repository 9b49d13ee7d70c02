package dev.anycarrier.simulation.law;

import dev.anycarrier.simulation.fleet.Fault;
import dev.anycarrier.simulation.fleet.FaultListener;
import dev.anycarrier.simulation.schedule.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a story is played.
 *
 * @param simulation threads and time
 * @param evidence what it leaves behind
 * @param progressing how far it has come
 * @param states what the client is in
 * @param folder for checkpoints
 */
record Stage(Simulation simulation, Evidence evidence, Progressing progressing, States states, Path folder) {

    Story story() {
        return evidence.story;
    }

    long now() {
        return simulation.time().elapsed().toNanos();
    }

    FaultListener listener() {
        return this::met;
    }

    void met(final Fault fault, final Optional<String> sim) {
        states.met(fault, sim, now());
    }

    /** Returns whether the time passed without an interrupt, whose flag is then cleared. */
    boolean sleep(final Duration time) {
        try {
            simulation.time().sleep(time);
            return true;
        } catch (final InterruptedException e) {
            return false;
        }
    }
}
