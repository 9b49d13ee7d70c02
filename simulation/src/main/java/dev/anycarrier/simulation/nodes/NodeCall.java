package dev.anycarrier.simulation.nodes;

import dev.anycarrier.call.CallOptions;
import java.time.Duration;

/**
 * One question of a client.
 *
 * @param pause how long the client does something else before
 * @param sim the SIM's number; at the size of the population it is not known to the carrier
 * @param options how it is asked
 */
record NodeCall(Duration pause, long sim, CallOptions options) {}
