/** Sweeps: one lane for each account, outcomes handed over to one consumer, and a checkpoint of what was acknowledged. */
@NullMarked
package dev.anycarrier.engine.sweep;

import org.jspecify.annotations.NullMarked;
