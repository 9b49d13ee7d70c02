package dev.anycarrier.cluster.sweep;

import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import java.util.ArrayList;
import java.util.List;

/**
 * SIMs of one account as lines of text: how far it is from the one before in the input, unless it is the next; then a
 * letter for the identifier's type, and the identifier.
 */
final class SimLines {

    private static final char ICCID = 'i';
    private static final char CARRIER = 'c';

    private SimLines() {}

    /** The identifier with its type. */
    static String line(final SimId sim) {
        return (sim instanceof Iccid ? ICCID : CARRIER) + sim.value();
    }

    /**
     * Reads the lines of a chunk.
     *
     * @throws IllegalStateException if they are none
     */
    static List<PlacedSim> read(final String account, final String lines) {
        final List<PlacedSim> sims = new ArrayList<>();
        long position = -1;
        for (int start = 0; start < lines.length(); ) {
            final int newLine = lines.indexOf('\n', start);
            final int end = newLine < 0 ? lines.length() : newLine;
            int type = start;
            while (type < end && Character.isDigit(lines.charAt(type))) {
                type++;
            }
            if (type == end) {
                throw new IllegalStateException("a line of a planned sweep has no SIM");
            }
            position += type == start ? 1 : Long.parseLong(lines, start, type, 10);
            final SimId sim = sim(lines.charAt(type), lines.substring(type + 1, end));
            sims.add(new PlacedSim(new SimRef(account, sim), sims.size(), position));
            start = end + 1;
        }
        return sims;
    }

    private static SimId sim(final char type, final String value) {
        return switch (type) {
            case ICCID -> new Iccid(value);
            case CARRIER -> new CarrierSimId(value);
            default ->
                throw new IllegalStateException(
                        "a SIM of a planned sweep is of a type that this version does not know");
        };
    }

    /**
     * A SIM of a chunk.
     *
     * @param sim the SIM
     * @param place its line in the chunk, from 0
     * @param position its place in the sweep's input, from 0
     */
    record PlacedSim(SimRef sim, int place, long position) {}
}
