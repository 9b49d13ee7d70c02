package dev.anycarrier.simulation.schedule;

/**
 * What was enumerated.
 *
 * @param runs how many different orders were run
 */
public record Exploration(long runs) {}
