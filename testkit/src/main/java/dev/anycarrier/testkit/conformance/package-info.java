/**
 * What holds for every provider that can be trusted with a customer's usage, as rules that show themselves: {@link
 * dev.anycarrier.testkit.conformance.UsageProviderConformance} in a test, {@link
 * dev.anycarrier.testkit.conformance.Conformance} anywhere else.
 *
 * <p>A rule asks a provider twice: directly, and through the engine as users do. Between the provider and the simulated
 * carrier stands the kit, which counts what is asked and answers in the carrier's place where a rule needs a fault.
 */
@NullMarked
package dev.anycarrier.testkit.conformance;

import org.jspecify.annotations.NullMarked;
