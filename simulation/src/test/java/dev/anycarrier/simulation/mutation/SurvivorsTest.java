package dev.anycarrier.simulation.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.simulation.mutation.ListedSurvivor.Why;
import dev.anycarrier.simulation.mutation.MutationReport.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs behind PIT, in its profile: what the kit does not notice is known, and has a reason. */
@Tag("mutation")
class SurvivorsTest {

    private static final int MOST_EQUIVALENT = 15;

    /** Populations are drawn with the month, so a mutant that few SIMs show may survive in one and not in the next. */
    private static final int BY_CHANCE = 3;

    static Stream<Path> modules() {
        return Stream.of("airalo", "pressone", "onomondo").map(carrier -> Path.of("..", "provider-" + carrier));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_mutant_that_survives_is_listed_with_a_reason(final Path module) throws Exception {
        final List<Survivor> unlisted =
                new ArrayList<>(MutationReport.of(module).endedIn(EnumSet.of(Status.SURVIVED, Status.NO_COVERAGE)));
        ListedSurvivor.of(module).forEach(row -> unlisted.remove(row.survivor()));
        assertThat(unlisted)
                .as("survivors for which a rule, or a row with a reason in src/test/mutation/survivors.tsv, is missing")
                .hasSizeLessThanOrEqualTo(BY_CHANCE);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_mutant_is_listed_that_is_killed(final Path module) throws Exception {
        final List<Survivor> outdated = new ArrayList<>(
                ListedSurvivor.of(module).stream().map(ListedSurvivor::survivor).toList());
        MutationReport.of(module).endedIn(Status.NOT_KILLED).forEach(outdated::remove);
        assertThat(outdated)
                .as("rows to take off src/test/mutation/survivors.tsv")
                .hasSizeLessThanOrEqualTo(BY_CHANCE);
    }

    /** Not by the class around the rules, which ends by looking at its books and by writing a report. */
    @ParameterizedTest
    @MethodSource("modules")
    void whatever_is_killed_is_killed_by_a_rule(final Path module) throws Exception {
        assertThat(MutationReport.of(module).killingTests())
                .isNotEmpty()
                .allSatisfy(test -> assertThat(test).contains("dynamic-test:"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void few_survivors_are_called_equivalent(final Path module) throws Exception {
        assertThat(ListedSurvivor.of(module))
                .filteredOn(row -> row.why() == Why.EQUIVALENT)
                .hasSizeLessThanOrEqualTo(MOST_EQUIVALENT);
    }
}
