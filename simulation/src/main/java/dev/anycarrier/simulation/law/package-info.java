/** Stories drawn from seeds, and the ten laws by which each is judged from what the carriers saw. */
@NullMarked
package dev.anycarrier.simulation.law;

import org.jspecify.annotations.NullMarked;
