package dev.anycarrier.simulation.fleet;

import dev.anycarrier.spi.LimitScope;
import java.time.Duration;

/**
 * What a {@code Retry-After} asked for.
 *
 * @param scope whom it concerns, as far as a client can tell
 * @param length how long, from the answer on
 */
public record CarrierHold(LimitScope scope, Duration length) {}
