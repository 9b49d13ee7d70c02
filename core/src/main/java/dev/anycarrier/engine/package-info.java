/**
 * What happens between the front door and a provider, in two stages. The {@linkplain dev.anycarrier.engine.CallStage
 * call stage} surrounds one operation: its deadline, its name in errors, what may not escape. The
 * {@linkplain dev.anycarrier.engine.SendStage send stage} surrounds every request on the wire: where it may go, its
 * proof of identity, the carrier's limits, one attempt.
 */
@NullMarked
package dev.anycarrier.engine;

import org.jspecify.annotations.NullMarked;
