package dev.anycarrier;

/**
 * What an account has done since it was opened.
 *
 * @param requests attempts to send a request, whatever became of them, those for access tokens included; one that found
 *     no connection counts too
 * @param tokenRequests requests for access tokens
 * @param unknownFields fields of the carrier's answers that were ignored since this version does not know them
 * @param otherSims answers that named another SIM than the one asked about, and were refused
 */
public record AccountStatistics(long requests, long tokenRequests, long unknownFields, long otherSims) {}
