package dev.anycarrier.simulation.store;

import java.time.Duration;

/**
 * Something that goes wrong between the nodes.
 *
 * @param number its place in the draw
 * @param kind what goes wrong
 * @param from when it begins, since the start
 * @param length how long it lasts; without meaning for what happens at once
 * @param oneIn of how many messages about one is hit
 * @param amount how much, in milliseconds where it is a time; of a crash, which node it is besides
 */
public record StoreFault(int number, StoreFaultKind kind, Duration from, Duration length, int oneIn, long amount) {

    /** When it is over. */
    public Duration end() {
        return isSudden() ? from : from.plus(length);
    }

    /** Whether it happens at once. */
    public boolean isSudden() {
        return kind == StoreFaultKind.EMPTIED || kind == StoreFaultKind.CRASH;
    }

    @Override
    public String toString() {
        return "#%d %s from %s for %s, 1 in %d, amount %d".formatted(number, kind, from, length, oneIn, amount);
    }
}
