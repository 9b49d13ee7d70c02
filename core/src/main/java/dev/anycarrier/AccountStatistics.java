package dev.anycarrier;

/**
 * What an account has done since it was opened.
 *
 * @param requests attempts to send a request, whatever became of them, those for access tokens included; one that found
 *     no connection counts too
 * @param tokenRequests requests for access tokens
 * @param unknownFields fields of the carrier's answers that were ignored since this version does not know them
 * @param tightenedLimits how often a limit of the settings or the provider was lowered since the carrier's own limit
 *     headers allow less; the lower one holds from then on
 * @param otherSims answers that named another SIM than the one asked about, and were refused
 * @param repeatedRecords records that came again while a list was read, and were left out; where a list changes while it
 *     is read, others may have been missed as well
 */
public record AccountStatistics(
        long requests,
        long tokenRequests,
        long unknownFields,
        long tightenedLimits,
        long otherSims,
        long repeatedRecords) {}
