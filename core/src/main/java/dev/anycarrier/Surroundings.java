package dev.anycarrier;

import dev.anycarrier.engine.net.WireFactory;
import dev.anycarrier.engine.port.Ports;
import dev.anycarrier.engine.port.StateStore;

/**
 * What the accounts of one {@link Anycarrier} share.
 *
 * @param ports time, threads, names and chance
 * @param wires the way to the carriers
 * @param state what outlives the process
 * @param limiters what each account was allowed so far
 */
record Surroundings(Ports ports, WireFactory wires, StateStore state, AccountLimiters limiters) {}
