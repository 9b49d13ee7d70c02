/** Carriers in virtual time, on the far side of the wire: what they answer, how they fail, and the ledger of what they saw. */
@NullMarked
package dev.anycarrier.simulation.fleet;

import org.jspecify.annotations.NullMarked;
