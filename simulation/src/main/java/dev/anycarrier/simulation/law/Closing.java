package dev.anycarrier.simulation.law;

import java.util.List;

/**
 * How things stood right after an owner was closed.
 *
 * @param process the client's process
 * @param at when {@code close} returned, in nanoseconds since the start
 * @param took how long it took
 * @param threads the engine's threads that were left
 * @param openWires wires that were not closed
 * @param openExchanges exchanges that were still under way
 */
record Closing(String process, long at, long took, List<String> threads, int openWires, int openExchanges) {}
