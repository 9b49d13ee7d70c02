package dev.anycarrier.testkit.template;

/**
 * A total and what was used of it, in a carrier's steps.
 *
 * @param total the whole
 * @param used at most the whole
 */
record Split(long total, long used) {

    long remaining() {
        return total - used;
    }
}
