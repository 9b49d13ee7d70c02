package dev.anycarrier.simulation.law;

import dev.anycarrier.call.CallOptions;
import java.time.Duration;

/**
 * One question of a client.
 *
 * @param pause how long the client does something else before
 * @param account the account
 * @param sim the SIM's number; at the size of the population or above it is not known to the carrier
 * @param options how it is asked
 */
record PlannedCall(Duration pause, String account, long sim, CallOptions options) {}
