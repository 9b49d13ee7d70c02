/**
 * The fault vectors: what can be done to any carrier's happy answer, and what must come of it, as data and as what
 * interprets it ({@code docs/fault-vectors.md} describes the file). For the rules of this kit; it may change in any version.
 */
@NullMarked
package dev.anycarrier.testkit.conformance.vector;

import org.jspecify.annotations.NullMarked;
