package dev.anycarrier.call;

/** What to do when a value is known, but it is older than wanted and no newer one can be had. */
public enum WhenStale {
    /** Answer with it, as {@link UsageResult.Stale}. */
    SERVE,
    /** Fail with what kept a newer one away. */
    FAIL
}
