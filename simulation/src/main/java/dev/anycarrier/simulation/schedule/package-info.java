/** Runs concurrent code deterministically: one thread at a time, in virtual time, in an order that is drawn or enumerated. */
@NullMarked
package dev.anycarrier.simulation.schedule;

import org.jspecify.annotations.NullMarked;
