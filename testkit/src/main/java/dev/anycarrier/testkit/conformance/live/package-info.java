/**
 * The part of the rules that can be tried on a real account, or a sandbox's: questions that only read, one for each SIM,
 * through the engine and within the carrier's limits. What the real carrier answers is compared with the simulated one.
 */
@NullMarked
package dev.anycarrier.testkit.conformance.live;

import org.jspecify.annotations.NullMarked;
