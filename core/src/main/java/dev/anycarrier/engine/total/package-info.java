/** Sums of usage records by SIM, read in passing, in memory that grows with the SIMs and not with the records. */
@NullMarked
package dev.anycarrier.engine.total;

import org.jspecify.annotations.NullMarked;
