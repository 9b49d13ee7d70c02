/** Sweeps that several nodes work on together: planned once, kept in PostgreSQL, an outcome for every SIM. */
@NullMarked
package dev.anycarrier.cluster.sweep;

import org.jspecify.annotations.NullMarked;
