package dev.anycarrier.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What a command takes from the process it runs in.
 *
 * @param in standard input
 * @param out standard output: data, and nothing else
 * @param err standard error: everything else
 * @param outIsTerminal whether a person looks at standard output
 * @param errIsTerminal whether a person looks at standard error
 * @param environment the environment variables
 * @param systemProperties the system properties
 * @param workingDirectory what relative paths are relative to
 * @param clock for the age of what is shown
 */
record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Map<String, String> systemProperties,
        Path workingDirectory,
        InstantSource clock) {

    /** How the launcher says that a stream leads to a terminal; Java 17 cannot tell for one stream alone. */
    private static final String TERMINAL = "terminal";

    Surroundings {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        environment = Map.copyOf(environment);
        systemProperties = Map.copyOf(systemProperties);
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(clock, "clock");
    }

    /** The process's own. */
    static Surroundings system() {
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                TERMINAL.equals(System.getProperty("dev.anycarrier.cli.stdout")),
                TERMINAL.equals(System.getProperty("dev.anycarrier.cli.stderr")),
                System.getenv(),
                ownProperties(),
                Path.of("").toAbsolutePath(),
                InstantSource.system());
    }

    /** Whether standard output is coloured: on a terminal, unless {@code NO_COLOR} is set to anything. */
    boolean colours() {
        return outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** Where files that are of no use later may be. */
    Path temporaryFolder() {
        return workingDirectory.resolve(systemProperties.getOrDefault("java.io.tmpdir", ""));
    }

    /** A line for the person who runs the command. */
    void say(final String line) {
        err.println(line);
    }

    /** UTF-8 whatever the locale, and flushed with each line, so that an interruption loses none. */
    private static PrintStream stream(final FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }

    private static Map<String, String> ownProperties() {
        final Properties properties = System.getProperties();
        final Map<String, String> own = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> own.put(name, properties.getProperty(name, "")));
        return own;
    }
}
