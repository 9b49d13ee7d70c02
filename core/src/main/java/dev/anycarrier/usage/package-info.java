/**
 * The neutral model: what any carrier can say about a SIM's usage, as plain immutable values.
 *
 * <p>Three rules hold throughout. Amounts are exact integers in base units (bytes, seconds, messages). What a carrier
 * did not say is {@link java.util.Optional#empty() empty} or {@link dev.anycarrier.usage.Allowance.Unknown Unknown},
 * never zero. An unlimited allowance is {@link dev.anycarrier.usage.Allowance.Unlimited a case of its own}. The terms
 * follow TM Forum TMF677 (usage consumption) and TMF635 (usage).
 *
 * <p>Every type is immutable and thread-safe; no method returns or accepts {@code null}.
 */
@NullMarked
package dev.anycarrier.usage;

import org.jspecify.annotations.NullMarked;
