package dev.anycarrier.engine.sweep;

/**
 * How far a lane is.
 *
 * @param name the lane's
 * @param scanned how many SIMs of all the input it has looked at
 * @param taken how many of them are its own
 * @param outstanding how many of its own have no acknowledged outcome yet
 * @param deferred how many of these wait for their carrier's interval to end
 * @param resumed how many of its own an earlier run had acknowledged
 * @param exhausted whether it has seen all the input
 */
record LaneFigures(
        String name, long scanned, long taken, long outstanding, long deferred, long resumed, boolean exhausted) {

    /** How many SIMs of the lane have not ended, those that it has not come to yet estimated from those it has. */
    long remaining(final long total) {
        if (exhausted || scanned == 0) {
            return outstanding;
        }
        final double share = (double) taken / scanned;
        return outstanding + Math.round(share * Math.max(0, total - scanned));
    }
}
