package dev.anycarrier.simulation.fleet;

import java.time.Duration;

/**
 * Something that goes wrong for a while.
 *
 * @param number its place in the draw
 * @param kind what goes wrong
 * @param account the account it concerns; for what happens to the whole process it has no meaning
 * @param from when it begins, since the start
 * @param length how long it lasts
 * @param oneIn of how many requests about one is hit
 * @param amount how much, in milliseconds where it is a time
 */
public record Fault(
        int number, FaultKind kind, String account, Duration from, Duration length, int oneIn, long amount) {

    /** When it is over. */
    public Duration end() {
        return from.plus(length);
    }

    boolean hits(final String asked, final Duration now, final long request) {
        return account.equals(asked)
                && now.compareTo(from) >= 0
                && now.compareTo(end()) < 0
                && Mix.below(oneIn, number, request) == 0;
    }

    @Override
    public String toString() {
        return "#%d %s at %s from %s for %s, 1 in %d, amount %d"
                .formatted(number, kind, account, from, length, oneIn, amount);
    }
}
