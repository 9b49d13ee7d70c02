package dev.anycarrier.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts other JVMs: of this JDK, with this class path. */
public final class Processes {

    private static final String FIGURE = "figure ";

    /** Prints a figure for {@link #run}, for use in the JVM that was started. */
    public static void report(final String name, final double value) {
        System.out.println(FIGURE + name + ' ' + value);
    }

    /**
     * Runs a main class to its end.
     *
     * @param options of the JVM
     * @return what it {@linkplain #report reported}
     * @throws IllegalStateException if it failed; what it said is in the message
     */
    public Map<String, Double> run(final List<String> options, final Class<?> main, final String... arguments) {
        final Map<String, Double> figures = new LinkedHashMap<>();
        final StringBuilder said = new StringBuilder();
        try {
            final Process process = new ProcessBuilder(command(options, main, arguments))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(FIGURE)) {
                        final String[] parts = line.substring(FIGURE.length()).split(" ", 2);
                        figures.put(parts[0], Double.parseDouble(parts[1]));
                    } else {
                        said.append(line).append('\n');
                    }
                }
            }
            final int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(main.getSimpleName() + " ended with " + code + ":\n" + said);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + main.getSimpleName() + " ran", e);
        }
        return figures;
    }

    /** The command that runs a main class, for those who have to do it themselves. */
    public List<String> command(final List<String> options, final Class<?> main, final String... arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
