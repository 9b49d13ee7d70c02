/** What several nodes share, in virtual time: a store with a clock of its own that may be away, slow, deaf or empty. */
@NullMarked
package dev.anycarrier.simulation.store;

import org.jspecify.annotations.NullMarked;
