package dev.anycarrier.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Maven that runs this build, run once more: same JDK, same settings, and as much off line as this one. */
final class Maven {

    private static final int LONGEST_MINUTES = 5;

    /** For programs that end before it would pay to compile them well. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final LocalRepository repository;

    Maven(final LocalRepository repository) {
        this.repository = repository;
    }

    /** Runs it in a project and waits for its end; what it says is also in {@code maven.log} there. */
    Run run(final Path project, final String... goals) throws IOException, InterruptedException {
        // A build begins where its .mvn is: without one it would be this project's.
        Files.createDirectories(project.resolve(".mvn"));
        final Path log = project.resolve("maven.log");
        final ProcessBuilder builder = new ProcessBuilder(command(goals))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("MAVEN_OPTS", QUICK_START, (options, more) -> options + " " + more);
        final Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("Maven is not done after " + LONGEST_MINUTES + " minutes, see " + log);
        }
        return new Run(process.exitValue(), Files.readString(log));
    }

    private List<String> command(final String... goals) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString());
        command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-DargLine=" + QUICK_START));
        command.addAll(repository.options());
        if (System.getProperty("maven.offline", "").equals(":true")) {
            command.add("-o");
        }
        addFile(command, "-s", "maven.userSettings");
        addFile(command, "-gs", "maven.globalSettings");
        command.addAll(List.of(goals));
        return command;
    }

    /** The build hands a path over behind a colon, behind which there is nothing if there is no such file. */
    private static void addFile(final List<String> command, final String option, final String property) {
        final String path = System.getProperty(property, ":").substring(1);
        if (Files.isRegularFile(Path.of(path))) {
            command.add(option);
            command.add(path);
        }
    }

    /**
     * How it ended.
     *
     * @param exitCode 0 if all went well
     * @param log what it said
     */
    record Run(int exitCode, String log) {}
}
