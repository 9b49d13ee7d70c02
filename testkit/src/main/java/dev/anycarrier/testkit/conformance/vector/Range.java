package dev.anycarrier.testkit.conformance.vector;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * A number between two, written {@code [least, most]}.
 *
 * @param least the smallest
 * @param most the largest
 */
public record Range(long least, long most) {

    static final Range ONE = new Range(1, 1);
    static final Range AT_MOST_ONE = new Range(0, 1);

    /** Reads a list of two. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Range of(final List<Integer> bounds) {
        if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
            throw new IllegalArgumentException("a range is written [least, most], not " + bounds);
        }
        return new Range(bounds.get(0), bounds.get(1));
    }

    boolean holds(final long number) {
        return number >= least && number <= most;
    }

    @Override
    public String toString() {
        return least == most ? Long.toString(least) : least + " to " + most;
    }
}
