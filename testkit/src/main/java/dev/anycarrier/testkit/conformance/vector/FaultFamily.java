package dev.anycarrier.testkit.conformance.vector;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cells that are tried one after the other by the same rule, against the same account unless each needs a fresh one.
 *
 * @param rule the rule that they belong to, such as {@code FAULTS-01}
 * @param on which requests are given the fault
 * @param freshAccount whether each cell gets an account of its own, because a fault leaves something behind in it
 * @param settings the account's settings that differ from those of a usual trial, by name
 * @param required what must come of those cells that say nothing else
 * @param cells the cells
 */
public record FaultFamily(
        String rule,
        Target on,
        boolean freshAccount,
        Map<String, String> settings,
        Required required,
        List<FaultCell> cells) {

    /** Checks the rule and that there are cells; whatever may be left out has its default. */
    public FaultFamily(
            final String rule,
            final @Nullable Target on,
            final boolean freshAccount,
            final @Nullable Map<String, String> settings,
            final Required required,
            final List<FaultCell> cells) {
        if (!rule.matches("(FAULTS|BOUNDS)-[0-9]{2}")) {
            throw new IllegalArgumentException("fault vectors belong to rules about faults and bounds, not to " + rule);
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a family of fault vectors for " + rule + " has no cell");
        }
        this.rule = rule;
        this.on = on == null ? Target.USAGE : on;
        this.freshAccount = freshAccount;
        this.settings = settings == null ? Map.of() : Map.copyOf(settings);
        this.required = Objects.requireNonNull(required, "required");
        this.cells = List.copyOf(cells);
    }

    /** What must come of one of its cells. */
    Required requiredOf(final FaultCell cell) {
        return Optional.ofNullable(cell.required()).orElse(required);
    }

    /** Which requests are given a fault. */
    public enum Target {
        /** Those that ask for the usage of a SIM. */
        @JsonProperty("usage")
        USAGE,
        /** Those that ask for usage records. */
        @JsonProperty("records")
        RECORDS,
        /** Those that ask for an access token. */
        @JsonProperty("token")
        TOKEN
    }
}
