/** Builds the engine wrongly on purpose, to see whether the laws notice. */
@NullMarked
package dev.anycarrier.simulation.sabotage;

import org.jspecify.annotations.NullMarked;
