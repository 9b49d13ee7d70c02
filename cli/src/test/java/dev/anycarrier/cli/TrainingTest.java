package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {

    /** The launcher would only be slower if it failed, and nobody would notice. */
    @Test
    void it_runs_to_its_end(@TempDir final Path folder) {
        assertThatCode(() -> Training.main(folder.toString())).doesNotThrowAnyException();
    }
}
