package dev.anycarrier.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the command line in this process, as a user with this environment and working directory would. */
final class Terminal {

    private static final AtomicInteger TERMINALS = new AtomicInteger();

    private final Path workingDirectory;
    private final Map<String, String> environment = new HashMap<>();
    private InstantSource clock = InstantSource.system();
    private String input = "";
    private boolean outIsTerminal;
    private boolean errIsTerminal;

    private Terminal(final Path workingDirectory) {
        this.workingDirectory = workingDirectory;
        variable(
                "XDG_STATE_HOME",
                workingDirectory
                        .toAbsolutePath()
                        .resolve("state-" + TERMINALS.incrementAndGet())
                        .toString());
    }

    /** Nothing in the environment but a state folder of its own, and both streams lead to files. */
    static Terminal in(final Path workingDirectory) {
        return new Terminal(workingDirectory);
    }

    Terminal variable(final String name, final String value) {
        environment.put(name, value);
        return this;
    }

    Terminal at(final Instant now) {
        clock = InstantSource.fixed(now);
        return this;
    }

    Terminal typing(final String text) {
        input = text;
        return this;
    }

    Terminal watchingOutput() {
        outIsTerminal = true;
        return this;
    }

    Terminal watchingErrors() {
        errIsTerminal = true;
        return this;
    }

    Result run(final String... arguments) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int code = run(out, err, arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    int run(final OutputStream out, final OutputStream err, final String... arguments) {
        return Main.run(
                new Surroundings(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        outIsTerminal,
                        errIsTerminal,
                        environment,
                        Map.of(),
                        workingDirectory,
                        clock),
                arguments);
    }

    /** How a command ended. */
    record Result(int code, String out, String err) {}
}
