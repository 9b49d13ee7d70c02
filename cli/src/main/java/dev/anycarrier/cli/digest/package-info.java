/**
 * What the lines of sweeps and records add up to, in memory that does not grow with their number. Sums are exact;
 * unlimited, not told and zero are counted apart.
 */
@NullMarked
package dev.anycarrier.cli.digest;

import org.jspecify.annotations.NullMarked;
