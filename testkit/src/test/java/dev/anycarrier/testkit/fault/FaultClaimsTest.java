package dev.anycarrier.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.anycarrier.testkit.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Every row of the catalogue that concerns one exchange is claimed by a test of this module. */
class FaultClaimsTest {

    /** The groups of rows that concern one exchange; the others need parts of the engine that are yet to come. */
    private static final Set<String> COVERED = Set.of("NET", "TLS", "HTTP", "FRM", "JSON");

    /** Rows that no test claims, and why; five at most. */
    private static final Map<String, String> EXEMPT = Map.of();

    private static final List<JavaMethod> CLAIMANTS = ArchConfiguration.withThreadLocalScope(configuration -> {
        // Reading the whole class path besides would take many times as long.
        configuration.setResolveMissingDependenciesFromClassPath(false);
        return importClaimants();
    });

    @Test
    void every_row_about_one_exchange_is_claimed() {
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
        assertThat(CLAIMANTS).isNotEmpty().allMatch(FaultClaimsTest::isTest);
    }

    @Test
    void the_catalogue_knows_every_group_of_faults() {
        assertThat(FaultCatalogue.rows().stream().map(FaultRow::group).distinct())
                .containsAll(COVERED)
                .contains("RATE", "AUTH", "SEM", "PAG", "SWP", "TIME", "CON", "LIF", "SEC");
    }

    private static Set<String> claimed() {
        return CLAIMANTS.stream()
                .flatMap(method ->
                        Stream.of(method.getAnnotationOfType(Fault.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JavaMethod> importClaimants() {
        return new ClassFileImporter()
                .importPackages("dev.anycarrier.testkit").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Fault.class))
                        .toList();
    }

    private static boolean isTest(final JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
