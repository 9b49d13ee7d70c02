package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    private final Carriers carriers = Carriers.limited("airalo");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void configure() {
        carriers.configure(directory, Map.of());
        file = directory.resolve("mine/anycarrier/state");
    }

    @AfterEach
    void stop() {
        carriers.close();
    }

    @Test
    void what_was_read_is_kept_for_the_next_run_in_a_private_file() throws IOException {
        final String sim = carriers.sim("airalo");

        final Result first = run("usage", sim, "-o", "json");
        final Result second = run("usage", sim, "-o", "json");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(fetchedAt(second)).isEqualTo(fetchedAt(first));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain("client-secret").contains(sim.substring(7));
    }

    @Test
    void without_state_no_file_is_made() {
        assertThat(run("usage", carriers.sim("airalo"), "--no-state").code()).isZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void a_damaged_state_file_is_refused_with_its_line() throws IOException {
        run("usage", carriers.sim("airalo"));
        Files.writeString(file, Files.readString(file).replace("ACTIVE", "ACTIVF"));

        final Result refused = run("usage", carriers.sim("airalo"));

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(file.toString(), "line ", "its checksum does not fit", "move it away")
                .doesNotContain("\tat ")
                .doesNotContain(carriers.sim("airalo").substring(7));
    }

    @Test
    void providers_neither_reads_nor_makes_a_state_file() throws IOException {
        Files.createDirectories(file);

        assertThat(run("providers").code()).isZero();
        assertThat(run("usage", carriers.sim("airalo")).code()).isEqualTo(ExitCode.USAGE.code());
    }

    private static String fetchedAt(final Result usage) {
        return JsonDocuments.parse(usage.out())
                .at("/results/0/report/fetchedAt")
                .asText();
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory)
                .variable("XDG_STATE_HOME", directory.resolve("mine").toString())
                .run(arguments);
    }
}
