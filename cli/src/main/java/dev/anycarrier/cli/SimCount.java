package dev.anycarrier.cli;

/**
 * What a file of SIMs holds.
 *
 * @param sims how many lines name a SIM
 * @param bad how many lines name none
 * @param digest tells this content from any other
 */
record SimCount(long sims, long bad, String digest) {}
