package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.usage.SimRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimInputTest {

    private static final String TEXT = "# SIMs\nacme:1\nbad\nacme:2\n\nacme:1\nother:3\n";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void each_iteration_gives_the_same_sims_without_bad_lines() throws IOException {
        try (SimInput input = file(TEXT)) {
            final Iterator<SimRef> one = input.iterator();
            one.next();

            assertThat(input).extracting(FullIdsOption::whole).containsExactly("acme:1", "acme:2", "acme:1", "other:3");
            assertThat(FullIdsOption.whole(one.next())).isEqualTo("acme:2");
        }
    }

    @Test
    void the_count_names_bad_lines_and_unknown_accounts_and_tells_contents_apart() throws IOException {
        try (SimInput input = file(TEXT);
                SimInput other = file("acme:1\n")) {
            final SimCount count = count(input);

            assertThat(count.sims()).isEqualTo(4);
            assertThat(count.bad()).isEqualTo(1);
            assertThat(count.digest())
                    .isEqualTo(count(input).digest())
                    .isNotEqualTo(count(other).digest());
            assertThat(err.toString(StandardCharsets.UTF_8).lines().limit(2))
                    .satisfiesExactly(
                            line -> assertThat(line).contains(", line 3: a SIM is written account:id"),
                            line -> assertThat(line).contains(", line 7: there is no account 'other'; known are acme"));
        }
    }

    @Test
    void positions_are_turned_into_lines() throws IOException {
        try (SimInput input = file(TEXT)) {
            final List<Long> lines = new ArrayList<>();

            input.locate(List.of(0L, 2L, 3L), lines::add);

            assertThat(lines).containsExactly(2L, 6L, 7L);
        }
    }

    @Test
    void a_file_that_changes_while_it_is_read_ends_the_reading() throws IOException {
        final Path file = Files.writeString(directory.resolve("sims.txt"), TEXT);
        try (SimInput input = SimInput.open(surroundings(""), "sims.txt")) {
            final Iterator<SimRef> sims = input.iterator();
            sims.next();
            Files.writeString(file, "acme:9\n", StandardOpenOption.APPEND);

            assertThatThrownBy(() -> sims.forEachRemaining(sim -> {}))
                    .isInstanceOf(UsageError.class)
                    .hasMessageContaining("sims.txt has changed");
        }
    }

    @Test
    void standard_input_is_kept_in_a_private_file_that_is_gone_in_the_end() throws IOException {
        final SimInput input = SimInput.open(surroundings(TEXT), "-");
        final Path copy = copies().get(0);

        assertThat(input.lastingFile()).isEmpty();
        assertThat(input).hasSize(4);
        assertThat(input).hasSize(4);
        assertThat(Files.getPosixFilePermissions(copy)).hasSize(2);
        input.close();
        assertThat(copy).doesNotExist();
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> SimInput.open(surroundings(""), "nothing.txt"))
                .isInstanceOf(UsageError.class)
                .hasMessage("nothing.txt cannot be read: there is no such file");
        assertThatThrownBy(() -> SimInput.open(surroundings(""), "."))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("is a folder");
    }

    private SimInput file(final String text) throws IOException {
        final Path file = Files.createTempFile(directory, "sims", ".txt");
        Files.writeString(file, text);
        return SimInput.open(surroundings(""), file.getFileName().toString());
    }

    private SimCount count(final SimInput input) {
        return input.count(Set.of("acme"), new LineProblems(surroundings(""), input.name()));
    }

    private Surroundings surroundings(final String typed) {
        final PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Surroundings(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                out,
                out,
                false,
                false,
                Map.of(),
                Map.of(),
                directory,
                InstantSource.system());
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("anycarrier-"))
                    .toList();
        }
    }
}
