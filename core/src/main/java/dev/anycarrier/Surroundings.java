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
 */
record Surroundings(Ports ports, WireFactory wires, StateStore state) {}
