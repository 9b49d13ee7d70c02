package dev.anycarrier.cluster.proof.law;

import java.time.Instant;

/**
 * The carrier wanted no request of the account.
 *
 * @param from when it said so
 * @param until before when nothing may arrive
 */
public record Hold(Instant from, Instant until) {}
