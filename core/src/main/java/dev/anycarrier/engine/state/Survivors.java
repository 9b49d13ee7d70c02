package dev.anycarrier.engine.state;

import dev.anycarrier.engine.port.StateEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * Which lines of a file may still matter: of every SIM the last value, permits inside the longest window with all that
 * became of them, and what is still held back. Keeps a bit for each line and 24 bytes for each SIM and permit. Not
 * thread-safe.
 */
final class Survivors {

    /** No limit counts further back. */
    static final Duration LONGEST_WINDOW = Duration.ofHours(25);

    /** A value older than that is not kept. */
    static final Duration VALUES_KEPT_FOR = Duration.ofDays(30);

    private final Instant windowStart;
    private final Instant oldestValue;
    private final Instant now;
    private final BitSet kept = new BitSet();
    private final LineNumbers values = new LineNumbers();
    private final LineNumbers reserved = new LineNumbers();
    private final LineNumbers sent = new LineNumbers();
    private int lines;

    Survivors(final Instant now) {
        this.now = now;
        this.windowStart = now.minus(LONGEST_WINDOW);
        this.oldestValue = now.minus(VALUES_KEPT_FOR);
    }

    /** Takes the next line. */
    void see(final String account, final StateEntry entry) {
        final int line = lines++;
        if (entry instanceof StateEntry.Value value) {
            see(line, account, value);
        } else if (entry instanceof StateEntry.Reserved permit) {
            reserved.put(LineNumbers.hash(account, permit.permit()), line);
            kept.set(line, !permit.latest().isBefore(windowStart));
        } else if (entry instanceof StateEntry.Sent permit) {
            see(line, account, permit);
        } else if (entry instanceof StateEntry.Released permit) {
            see(line, account, permit);
        } else if (entry instanceof StateEntry.Held held) {
            kept.set(line, held.until().isAfter(now));
        } else {
            throw new AssertionError(entry.getClass());
        }
    }

    /** How many lines were taken. */
    int lines() {
        return lines;
    }

    /** Whether a line may still matter; the first is 0. */
    boolean keeps(final int line) {
        return kept.get(line);
    }

    /** Whether every line may still matter. */
    boolean keepsAll() {
        return kept.cardinality() == lines;
    }

    private void see(final int line, final String account, final StateEntry.Value value) {
        final long key = LineNumbers.hash(account, SimIdText.of(value.report().sim()));
        forget(values.put(key, line));
        kept.set(line, !value.report().fetchedAt().isBefore(oldestValue));
    }

    private void see(final int line, final String account, final StateEntry.Sent permit) {
        final long key = LineNumbers.hash(account, permit.permit());
        final int reservation = reserved.get(key);
        if (reservation != LineNumbers.NONE) {
            final boolean counts = !permit.at().isBefore(windowStart);
            forget(sent.put(key, line));
            kept.set(reservation, counts);
            kept.set(line, counts);
        }
    }

    private void see(final int line, final String account, final StateEntry.Released permit) {
        final long key = LineNumbers.hash(account, permit.permit());
        final int reservation = reserved.get(key);
        if (permit.forSimOnly()) {
            kept.set(line, reservation != LineNumbers.NONE && kept.get(reservation));
        } else {
            forget(reservation);
            forget(sent.get(key));
        }
    }

    private void forget(final int line) {
        if (line != LineNumbers.NONE) {
            kept.clear(line);
        }
    }
}
