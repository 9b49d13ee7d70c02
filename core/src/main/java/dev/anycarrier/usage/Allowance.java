package dev.anycarrier.usage;

import java.util.Objects;

/** How much a bucket grants: a limited total, no limit at all, or not known. The three are never confused. */
public sealed interface Allowance {

    /** A limited allowance of {@code total}. */
    static Allowance limited(final Quantity total) {
        return new Limited(total);
    }

    /** An allowance without limit. */
    static Allowance unlimited() {
        return Unlimited.INSTANCE;
    }

    /** An allowance the carrier did not state. */
    static Allowance unknown() {
        return Unknown.INSTANCE;
    }

    /**
     * The carrier grants {@code total} and no more; 0 means that nothing is granted.
     *
     * @param total the whole allowance
     */
    record Limited(Quantity total) implements Allowance {
        /** Checks that there is a total. */
        public Limited {
            Objects.requireNonNull(total, "total");
        }

        // A record's own would be built at run time, by each of the threads that meet it first at the same time.
        @Override
        public boolean equals(final Object other) {
            return other instanceof Limited limited && total.equals(limited.total);
        }

        @Override
        public int hashCode() {
            return total.hashCode();
        }
    }

    /** The carrier says explicitly that there is no limit. */
    enum Unlimited implements Allowance {
        /** The only value. */
        INSTANCE
    }

    /** The carrier did not say what is granted. */
    enum Unknown implements Allowance {
        /** The only value. */
        INSTANCE
    }
}
