package dev.anycarrier.benchmarks.start;

import dev.anycarrier.benchmarks.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line, as it is started on this JDK. */
final class Program {

    private static final String LAUNCHER = "anycarrier.launcher";
    private static final String MAIN = "dev.anycarrier.cli.Main";
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final List<String> start;
    private final List<String> hello;

    private Program(final List<String> start, final List<String> hello) {
        this.start = start;
        this.hello = hello;
    }

    /** The launcher script that a system property names; without it, the main class itself, which is slower. */
    static Program here(final Processes processes) {
        final List<String> java = processes.command(List.of(), HelloWorld.class);
        final List<String> hello = List.of(
                java.get(0),
                "-cp",
                Path.of(HelloWorld.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                HelloWorld.class.getName());
        return new Program(
                Optional.ofNullable(System.getProperty(LAUNCHER))
                        .map(List::of)
                        .orElseGet(() -> List.of(java.get(0), "-cp", System.getProperty("java.class.path"), MAIN)),
                hello);
    }

    /** A process with these arguments, not started. */
    ProcessBuilder process(final String... arguments) {
        final List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        return builder(command);
    }

    /** Runs it to its end; returns the milliseconds from start to end. */
    double run(final String... arguments) {
        return millis(process(arguments));
    }

    /** Runs a JVM that says hello; returns the milliseconds from start to end. */
    double runHelloWorld() {
        return millis(builder(hello));
    }

    private static ProcessBuilder builder(final List<String> command) {
        final ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static double millis(final ProcessBuilder builder) {
        try {
            final long started = System.nanoTime();
            final Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            final int code = process.waitFor();
            final long ended = System.nanoTime();
            if (code != 0) {
                throw new IllegalStateException(builder.command() + " ended with " + code);
            }
            return (ended - started) / NANOS_PER_MILLI;
        } catch (final IOException e) {
            throw new IllegalStateException(builder.command().get(0) + " cannot be started", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while " + builder.command().get(0) + " ran", e);
        }
    }
}
