package dev.anycarrier.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs this JDK's {@code java} in a process of its own, without anything from the environment that could be a setting. */
record ChildJvm(Path folder) {

    private static final int MOST_SECONDS = 60;

    /** What a process left behind. */
    record End(int exitCode, String out, String err) {

        End mustHaveExitCode(final int expected) {
            assertThat(exitCode)
                    .as("exit code; standard output:\n%s\nstandard error:\n%s", out, err)
                    .isEqualTo(expected);
            return this;
        }
    }

    End run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        final Path out = folder.resolve("out.txt");
        final Path err = folder.resolve("err.txt");
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANYCARRIER_") || name.startsWith("JAVA_TOOL"));
        builder.environment()
                .put(
                        "XDG_STATE_HOME",
                        folder.resolve("state-home").toAbsolutePath().toString());
        final Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %s s", MOST_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new End(process.exitValue(), text(out), text(err));
    }

    private static String text(final Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
