/** The small cores of the engine in every order that two or three callers can take turns in. */
@NullMarked
package dev.anycarrier.simulation.interleaving;

import org.jspecify.annotations.NullMarked;
