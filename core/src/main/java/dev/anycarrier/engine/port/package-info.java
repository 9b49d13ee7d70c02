/** What the engine takes from its surroundings, so that the same code runs in production and in simulation. */
@NullMarked
package dev.anycarrier.engine.port;

import org.jspecify.annotations.NullMarked;
