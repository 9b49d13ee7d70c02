package dev.anycarrier.engine.state;

import static dev.anycarrier.engine.state.Stores.NOW;
import static dev.anycarrier.engine.state.Stores.SIM;
import static dev.anycarrier.engine.state.Stores.open;
import static dev.anycarrier.engine.state.Stores.reopened;
import static dev.anycarrier.engine.state.Stores.reserved;
import static dev.anycarrier.engine.state.Stores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.call.InvalidStateException;
import dev.anycarrier.engine.port.StateEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int PLENTY = 2_000;

    @TempDir
    Path folder;

    @Test
    void a_store_is_for_one_process_alone_and_what_that_appended_outlives_its_kill() throws Exception {
        final Path file = folder.resolve("state");
        final Process process = start(file);
        int kept = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (kept < PLENTY) {
                kept = Integer.parseInt(lines.readLine());
            }
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(InvalidStateException.class)
                    .hasMessageContaining("in use by another process");
            // The process's own method would close the stream from which the rest is read.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null && line.matches("[0-9]+"); line = lines.readLine()) {
                kept = Integer.parseInt(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        final List<StateEntry> entries = reopened(file);
        for (int count = 1; count < kept; count++) {
            assertThat(entries.get(count - 1)).isEqualTo(reserved(String.valueOf(count), NOW));
        }
        assertThat(entries).contains(reserved(String.valueOf(kept), NOW));
        // The next one may have been kept too, without time to say so.
        assertThat(entries).containsAnyOf(value(SIM, kept, NOW), value(SIM, kept + 1, NOW));
    }

    @Test
    void a_store_is_for_one_of_a_process_alone() {
        final Path file = folder.resolve("state");
        final FileStateStore first = open(file);
        for (int count = 0; count < 2; count++) {
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(InvalidStateException.class)
                    .hasMessageContaining("in use by this process");
        }
        first.close();
        open(file).close();
    }

    private static Process start(final Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
