package dev.anycarrier.simulation.law;

import dev.anycarrier.sweep.SweepOutcome;

/**
 * An outcome of a sweep that its sink took.
 *
 * @param run which run of the sweep, from 0
 * @param process the client's process
 * @param outcome what was taken
 * @param at when, in nanoseconds since the start
 */
record Delivered(int run, String process, SweepOutcome outcome, long at) {}
