package dev.anycarrier.sweep;

/** Where a sweep takes its values from. */
public enum SweepSource {
    /** One question per SIM. */
    USAGE,
    /**
     * The account's usage records of the current month (UTC), summed per SIM, at carriers that offer them; one question
     * per SIM at the others. Such a report has counters and nothing else: no buckets, no status.
     */
    RECORDS
}
