package dev.anycarrier.testkit.conformance.process;

import dev.anycarrier.testkit.conformance.trial.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Runs this JDK in a process of its own, in another language, time zone and character set than this one. */
final class ChildJvm {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final List<String> ELSEWHERE = List.of(
            // Digits of another script, where only the plugin can be confused by them.
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dfile.encoding=ISO-8859-1",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m");

    private ChildJvm() {}

    /** What a process said, both on standard output and on standard error. */
    record End(int exitCode, List<String> lines) {

        /** Copies the list. */
        End {
            lines = List.copyOf(lines);
        }
    }

    static End run(final List<String> options, final Class<?> main, final Properties input)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ELSEWHERE);
        command.addAll(options);
        command.add(main.getName());
        final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ANYCARRIER_") || name.contains("JAVA_"));
        final Process process = builder.start();
        try {
            try (OutputStream standardInput = process.getOutputStream()) {
                input.store(standardInput, null);
            }
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Violation("the JVM did not end within " + LONGEST.toSeconds() + " s");
            }
            final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new End(process.exitValue(), said.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
