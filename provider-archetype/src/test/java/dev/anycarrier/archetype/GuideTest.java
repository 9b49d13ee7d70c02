package dev.anycarrier.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide to a new carrier and the files that are built here say the same. */
class GuideTest {

    private static final Path USAGE = Path.of("src/main/java/com/example/nimbus/NimbusUsage.java");
    private static final Path FINISHED = Path.of("src/test/finished").resolve(USAGE);
    private static final Path GENERATED =
            Path.of("target/test-classes/projects/nimbus/project/anycarrier-provider-nimbus");

    private final Guide guide = Guide.read(Path.of("../docs/add-a-carrier.md"));

    GuideTest() throws IOException {}

    @Test
    void it_shows_every_line_that_is_missing_and_no_other() throws IOException {
        final List<String> finished = Files.readAllLines(FINISHED);

        assertThat(guide.code()).containsAll(Guide.added(GENERATED.resolve(USAGE), FINISHED));
        assertThat(finished).containsAll(guide.code());
    }

    @Test
    void it_counts_its_lines() {
        assertThat(guide.lines()).isEqualTo(guide.code().size());
    }

    @Test
    void its_documents_of_the_carrier_name_the_same_fields_as_the_projects() throws IOException {
        final String documents = Files.readString(GENERATED.resolve("README.md"));

        assertThat(List.of("iccid", "status", "unlimited", "total_mb", "used_mb", "expires_at"))
                .allMatch(field -> documents.contains("\"" + field + "\""))
                .allMatch(field -> guide.text().contains("\"" + field + "\""));
    }
}
