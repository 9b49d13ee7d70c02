package dev.anycarrier.watch;

/** Where a call's answer came from. */
public enum CacheUse {
    /** A known value, or a known refusal, was new enough: nobody was asked. */
    FRESH,
    /** Somebody else had just asked the same, and this call waited for that answer. */
    JOINED,
    /** Another node knew it. */
    ELSEWHERE,
    /** The carrier was asked for this call. */
    ASKED,
    /** An older value than was asked for, since no newer one could be had. */
    STALE,
    /** The call ended before any of this. */
    NONE
}
