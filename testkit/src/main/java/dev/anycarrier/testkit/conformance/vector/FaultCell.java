package dev.anycarrier.testkit.conformance.vector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fault. Exactly one of {@code answer}, {@code wire} and {@code before} says what it is.
 *
 * @param id the row of the fault catalogue and the variant, such as {@code RATE-03/plus-five}
 * @param injects the fault in words
 * @param answer a well-framed answer in place of the carrier's
 * @param wire what is done to the connection in place of the carrier's answer
 * @param before what is done to the connection of a question that must go well, while the next question is not touched:
 *     it is that one which counts
 * @param required what must come of it, or {@code null} if it is what its family says
 */
public record FaultCell(
        String id,
        String injects,
        @Nullable ChangedAnswer answer,
        @Nullable List<WireStep> wire,
        @Nullable List<WireStep> before,
        @Nullable Required required) {

    private static final Pattern ID = Pattern.compile("([A-Z]{3,4}-[0-9]{2})/[a-z0-9-]+");

    /** Checks the identifier and that there is one fault. */
    public FaultCell {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a cell is named like RATE-03/plus-five, not " + id);
        }
        if (injects.isBlank()) {
            throw new IllegalArgumentException("the cell " + id + " does not say what it injects");
        }
        if ((answer == null ? 0 : 1) + (wire == null ? 0 : 1) + (before == null ? 0 : 1) != 1) {
            throw new IllegalArgumentException("the cell " + id + " has not exactly one of answer, wire and before");
        }
        wire = wire == null ? null : List.copyOf(wire);
        before = before == null ? null : List.copyOf(before);
    }

    /** The status of a well-framed answer that is given another one. */
    Optional<Integer> status() {
        return Optional.ofNullable(answer).map(ChangedAnswer::status);
    }

    /** The row of the fault catalogue. */
    public String row() {
        return id.substring(0, id.indexOf('/'));
    }
}
