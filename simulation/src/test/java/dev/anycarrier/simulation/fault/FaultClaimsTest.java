package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.testkit.fault.FaultCatalogue;
import dev.anycarrier.testkit.fault.FaultRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every row of the catalogue that needs more than one exchange is claimed by a test of this module. */
class FaultClaimsTest {

    private static final Set<String> COVERED = Set.of("RATE", "AUTH", "SEM", "PAG", "SWP", "TIME", "CON", "LIF", "SEC");

    /** Rows that no test claims, and why; five at most. */
    private static final Map<String, String> EXEMPT = Map.of();

    private static final List<JavaMethod> CLAIMANTS = ArchConfiguration.withThreadLocalScope(configuration -> {
        // Reading the whole class path besides would take many times as long.
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPackages("dev.anycarrier.simulation").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Fault.class))
                        .toList();
    });

    @Test
    void every_row_of_these_groups_is_claimed() {
        final Set<String> unclaimed = FaultCatalogue.rows().stream()
                .filter(row -> COVERED.contains(row.group()))
                .map(FaultRow::id)
                .filter(id -> !EXEMPT.containsKey(id))
                .collect(Collectors.toCollection(TreeSet::new));
        unclaimed.removeAll(claimed());
        assertThat(unclaimed).isEmpty();
    }

    @Test
    void no_claim_names_a_row_that_does_not_exist() {
        assertThat(FaultCatalogue.rows()).extracting(FaultRow::id).containsAll(claimed());
    }

    @Test
    void at_most_five_rows_are_exempt_and_none_of_them_is_claimed() {
        assertThat(EXEMPT).hasSizeLessThanOrEqualTo(5);
        assertThat(EXEMPT.keySet()).doesNotContainAnyElementsOf(claimed());
    }

    @Test
    void only_methods_that_run_as_tests_claim_anything() {
        assertThat(CLAIMANTS)
                .isNotEmpty()
                .allMatch(method ->
                        method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class));
    }

    private static Set<String> claimed() {
        return CLAIMANTS.stream()
                .flatMap(method ->
                        Stream.of(method.getAnnotationOfType(Fault.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
