package dev.anycarrier.cluster.proof.law;

import java.time.Instant;

/**
 * What befell the nodes or the store.
 *
 * @param kind what it was
 * @param from when it had happened
 * @param until when its end was begun; the same if it has none
 */
public record Trouble(Kind kind, Instant from, Instant until) {

    /** Whether any of it was in a span of time. */
    boolean touches(final Instant start, final Instant end) {
        return !from.isAfter(end) && !until.isBefore(start);
    }

    /** What there is. */
    public enum Kind {
        /** A node was killed, and another one came. */
        NODE_KILLED(false, false),
        /** A node stood still for longer than a permit may be used. */
        NODE_PAUSED(false, false),
        /** The store was stopped and started again with its data. */
        STORE_RESTARTED(true, true),
        /** The store was killed and started again without its data. */
        STORE_EMPTIED(true, true),
        /** The store stood still. */
        STORE_PAUSED(true, false);

        private final boolean ofStore;
        private final boolean anew;

        Kind(final boolean ofStore, final boolean anew) {
            this.ofStore = ofStore;
            this.anew = anew;
        }

        /** Whether there was no store meanwhile. */
        public boolean ofStore() {
            return ofStore;
        }

        /** Whether the store cannot know afterwards what was sent before. */
        public boolean anew() {
            return anew;
        }
    }
}
