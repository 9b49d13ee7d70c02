package dev.anycarrier.testkit.conformance.vector;

import dev.anycarrier.testkit.fault.FaultCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fault vectors of one version.
 *
 * @param version the version of the vocabulary they are written in
 * @param claims the rows of the {@link FaultCatalogue} of which there is a cell
 * @param elsewhere rows about one exchange of which there is none, and why
 * @param families the cells, put together by the rule that they belong to
 */
public record FaultVectors(
        int version, List<String> claims, Map<String, String> elsewhere, List<FaultFamily> families) {

    private static final int VERSION = 1;

    /** Checks the version and that no cell comes twice. */
    public FaultVectors {
        if (version != VERSION) {
            throw new IllegalArgumentException("fault vectors of version " + version + " are not understood");
        }
        claims = List.copyOf(claims);
        elsewhere = Map.copyOf(elsewhere);
        families = List.copyOf(families);
        final Set<String> seen = new HashSet<>();
        for (final FaultFamily family : families) {
            for (final FaultCell cell : family.cells()) {
                if (!seen.add(cell.id())) {
                    throw new IllegalArgumentException("the cell " + cell.id() + " comes twice");
                }
            }
        }
    }

    /** Those that come with the kit. */
    public static FaultVectors standard() {
        return Standard.VECTORS;
    }

    /**
     * The families of a rule.
     *
     * @throws IllegalArgumentException if the rule has none
     */
    public List<FaultFamily> of(final String rule) {
        final List<FaultFamily> found =
                families.stream().filter(family -> family.rule().equals(rule)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no fault vector belongs to rule " + rule);
        }
        return found;
    }

    /** Read once, when first asked for. */
    private static final class Standard {

        private static final FaultVectors VECTORS = VectorReader.standard();
    }
}
