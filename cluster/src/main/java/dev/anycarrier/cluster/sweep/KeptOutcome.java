package dev.anycarrier.cluster.sweep;

/**
 * An outcome as it is kept.
 *
 * @param place the SIM's line in its chunk
 * @param kind 0 done, 1 stale, 2 failed, 3 skipped
 * @param body everything else
 */
@SuppressWarnings("ArrayRecordComponent")
record KeptOutcome(int place, short kind, byte[] body) {}
