package dev.anycarrier.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Builds what comes out of the archetype, by a Maven of its own and outside this build's modules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedProjectTest {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Set<String> DONE =
            Set.of("DISCOVERY", "ERRORS", "AUTHENTICATION", "LIMITS", "FAULTS", "BOUNDS", "LIFECYCLE", "SECRETS");

    private final Maven maven = new Maven(thisBuild());

    GeneratedProjectTest() throws IOException {}

    @Test
    void a_new_project_compiles_and_its_report_says_what_is_left_to_do() throws Exception {
        final Path project = generated("new");

        final Maven.Run run = maven.run(project, "test");

        assertThat(run.exitCode()).as(run.log()).isNotZero();
        final Report report = Report.of(project, "nimbus");
        assertThat(report.verdict()).isEqualTo("NOT_CONFORMANT");
        assertThat(report.rules("FAILED"))
                .as("what its README and the guide promise")
                .contains("STATUS-01", "IDENTITY-05", "NUMBERS-01", "NUMBERS-06", "IDENTITY-06", "CONCURRENCY-01")
                .as("what is done for any carrier")
                .noneMatch(rule -> DONE.contains(rule.replaceFirst("-.*", "")));
        assertThat(run.log())
                .as("and nothing else is wrong")
                .contains("There are test failures")
                .contains("Failures: " + report.rules("FAILED").size() + ", Errors: 0")
                .contains("look at: The words of the carrier's status");
    }

    @Test
    void a_finished_project_conforms() throws Exception {
        final Path project = generated("finished");
        Folders.copy(Path.of("src/test/finished"), project);

        final Maven.Run run = maven.run(project, "package");

        assertThat(run.exitCode()).as(run.log()).isZero();
        final Report report = Report.of(project, "nimbus");
        assertThat(report.verdict()).isEqualTo("CONFORMANT");
        assertThat(report.rules("NOT_OFFERED")).isEmpty();
        assertThat(project.resolve("target/anycarrier-provider-nimbus-1.0-SNAPSHOT.jar"))
                .exists();
        assertThat(project.resolve("target/anycarrier-provider-nimbus-1.0-SNAPSHOT-simulator.jar"))
                .exists();
    }

    private static LocalRepository thisBuild() throws IOException {
        final String version = System.getProperty("anycarrier.version");
        final Path root = Path.of("..");
        final Path folder = TARGET.resolve("local-repository");
        Folders.delete(folder);
        final LocalRepository repository =
                LocalRepository.over(Path.of(System.getProperty("maven.localRepository")), folder);
        repository.add(root, "anycarrier-parent", version);
        repository.addWithJar(root.resolve("core"), "anycarrier-core", version);
        repository.addWithJar(root.resolve("testkit"), "anycarrier-testkit", version);
        return repository;
    }

    private static Path generated(final String name) throws IOException {
        final Path project = TARGET.resolve(name);
        Folders.delete(project);
        Folders.copy(TARGET.resolve("test-classes/projects/nimbus/project/anycarrier-provider-nimbus"), project);
        return project;
    }
}
