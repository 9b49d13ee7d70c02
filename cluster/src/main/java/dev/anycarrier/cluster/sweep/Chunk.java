package dev.anycarrier.cluster.sweep;

import dev.anycarrier.cluster.sweep.SimLines.PlacedSim;
import java.util.List;

/**
 * What is left of a chunk.
 *
 * @param id the chunk
 * @param open its SIMs of which no outcome is kept
 */
record Chunk(int id, List<PlacedSim> open) {}
