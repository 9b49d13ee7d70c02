package dev.anycarrier.cli.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The command line in a process of its own, with this test's class path, a state folder in its working directory. */
final class CommandProcess implements AutoCloseable {

    private static final int MOST_SECONDS = 300;

    private final Path errors;
    private final Process process;

    private CommandProcess(final Path errors, final Process process) {
        this.errors = errors;
        this.process = process;
    }

    /** Starts it, its standard output to be read from here. */
    static CommandProcess start(final Path folder, final List<String> jvmOptions, final List<String> arguments)
            throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.anycarrier.cli.Main"));
        command.addAll(arguments);
        final Path errors = Files.createTempFile(folder, "errors", ".txt");
        final ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANYCARRIER_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return new CommandProcess(errors, builder.start());
    }

    /** Hands over each line of its standard output when it is there; what has no end when it ends is none. */
    void readLines(final Consumer<String> each) throws IOException {
        try (Reader out =
                new InputStreamReader(new BufferedInputStream(process.getInputStream()), StandardCharsets.UTF_8)) {
            final StringBuilder line = new StringBuilder();
            for (int next = out.read(); next >= 0; next = out.read()) {
                if (next == '\n') {
                    each.accept(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        }
    }

    /** Ends it at once, as {@code kill -9} does; what it has printed can still be read. */
    void kill() {
        // Not by the process itself, which would close its streams.
        process.toHandle().destroyForcibly();
    }

    /** Asks it to end. */
    void interrupt() {
        process.toHandle().destroy();
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end within " + MOST_SECONDS + " s");
        }
        return process.exitValue();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
