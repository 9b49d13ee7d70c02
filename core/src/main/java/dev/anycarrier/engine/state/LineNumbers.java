package dev.anycarrier.engine.state;

import java.util.Arrays;

/**
 * On which line something stands, by a 64-bit hash of its name: 12 bytes for each, so that millions fit. Two names of one
 * hash are taken as one; among ten million that happens once in 300,000 times. Not thread-safe.
 */
final class LineNumbers {

    /** The line of what stands nowhere. */
    static final int NONE = -1;

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private int[] lines = filled(SMALLEST);
    private int used;

    /** The line of a name, or {@link #NONE}. */
    int get(final long key) {
        return lines[slot(keys, lines, key)];
    }

    /** Notes the line of a name; returns the one noted before, or {@link #NONE}. */
    int put(final long key, final int line) {
        final int slot = slot(keys, lines, key);
        final int before = lines[slot];
        keys[slot] = key;
        lines[slot] = line;
        if (before == NONE && ++used > keys.length / 2) {
            grow();
        }
        return before;
    }

    /** A hash of several texts, one after the other. */
    static long hash(final String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (final String part : parts) {
            for (int index = 0; index < part.length(); index++) {
                hash = mixed(hash ^ part.charAt(index));
            }
            hash = mixed(~hash);
        }
        return hash;
    }

    /** The finaliser of MurmurHash3: one changed bit changes half of the others. */
    private static long mixed(final long value) {
        final long first = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        final long second = (first ^ (first >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return second ^ (second >>> 33);
    }

    private void grow() {
        final long[] newKeys = new long[keys.length * 2];
        final int[] newLines = filled(newKeys.length);
        for (int index = 0; index < keys.length; index++) {
            if (lines[index] != NONE) {
                final int slot = slot(newKeys, newLines, keys[index]);
                newKeys[slot] = keys[index];
                newLines[slot] = lines[index];
            }
        }
        keys = newKeys;
        lines = newLines;
    }

    private static int slot(final long[] keys, final int[] lines, final long key) {
        int slot = (int) key & (keys.length - 1);
        while (lines[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static int[] filled(final int length) {
        final int[] lines = new int[length];
        Arrays.fill(lines, NONE);
        return lines;
    }
}
