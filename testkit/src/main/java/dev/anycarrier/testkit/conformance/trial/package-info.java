/**
 * The apparatus that a rule tries a provider with: an account at a simulated carrier of its own, and what stands between
 * the two. For the rules of this kit; it may change in any version.
 */
@NullMarked
package dev.anycarrier.testkit.conformance.trial;

import org.jspecify.annotations.NullMarked;
