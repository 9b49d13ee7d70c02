package dev.anycarrier.engine.sweep;

import dev.anycarrier.usage.SimRef;

/**
 * A SIM that a lane has taken from the input.
 *
 * @param sim the SIM
 * @param position its place in the input
 * @param number its place in the lane, for the lane's cursor
 * @param duplicate whether it was named before
 * @param deferrals how often it was deferred
 */
record Pending(SimRef sim, long position, long number, boolean duplicate, int deferrals) {

    /** The same, deferred once more. */
    Pending deferred() {
        return new Pending(sim, position, number, duplicate, deferrals + 1);
    }
}
