package dev.anycarrier.documents;

import dev.anycarrier.cli.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commands in documents. Nothing is run: it is asked of the program itself whether it has such a command with such options,
 * of the poms whether there are such profiles and modules, and of the file system whether there is such a script.
 */
final class ShellBlocks {

    private static final Set<String> OF_THE_SYSTEM = Set.of(
            "cat",
            "cd",
            "code",
            "createdb",
            "curl",
            "diff",
            "docker",
            "echo",
            "export",
            "git",
            "head",
            "java",
            "jq",
            "pkill",
            "redis-cli",
            "sudo",
            "unzip",
            "wc");
    private static final Set<String> GOALS = Set.of(
            "archetype:generate", "clean", "install", "package", "spotless:apply", "test", "test-compile", "verify");
    private static final Set<String> WITH_A_VALUE = Set.of("-f", "-pl", "-s", "-rf");

    private ShellBlocks() {}

    /** What is wrong with the commands of a block. */
    static List<String> problems(final Block block) {
        final List<String> problems = new ArrayList<>();
        for (final List<String> command : ShellCommands.of(block.lines())) {
            problem(command)
                    .ifPresent(what -> problems.add(block.place() + ": " + String.join(" ", command) + ": " + what));
        }
        return problems;
    }

    private static Optional<String> problem(final List<String> command) {
        final String program = command.get(0);
        final List<String> arguments = command.subList(1, command.size());
        if (program.equals("./anycarrier")) {
            return Program.refusal(arguments);
        }
        if (program.equals("mvn")) {
            return maven(arguments);
        }
        if (program.contains("/")) {
            return Files.isExecutable(Document.ROOT.resolve(program))
                    ? Optional.empty()
                    : Optional.of("there is no such script");
        }
        return OF_THE_SYSTEM.contains(program)
                ? Optional.empty()
                : Optional.of("the documents' test does not know this program");
    }

    private static Optional<String> maven(final List<String> arguments) {
        for (int index = 0; index < arguments.size(); index++) {
            final String argument = arguments.get(index);
            if (argument.startsWith("-P")) {
                for (final String profile : argument.substring(2).split(",", -1)) {
                    if (!inSomePom("<id>" + profile + "</id>")) {
                        return Optional.of("there is no profile " + profile);
                    }
                }
            } else if (WITH_A_VALUE.contains(argument)) {
                index++;
                if (argument.equals("-pl")
                        && !Arrays.stream(arguments.get(index).split(",", -1))
                                .allMatch(module -> Files.exists(
                                        Document.ROOT.resolve(module).resolve("pom.xml")))) {
                    return Optional.of("there is no such module");
                }
            } else if (!argument.startsWith("-") && !GOALS.contains(argument)) {
                return Optional.of("the documents' test does not know this goal");
            }
        }
        return Optional.empty();
    }

    private static boolean inSomePom(final String text) {
        try (var poms = Files.list(Document.ROOT)) {
            final var all = Stream.concat(Stream.of(Document.ROOT), poms)
                    .map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::isRegularFile)
                    .toList();
            for (final var pom : all) {
                if (Files.readString(pom).contains(text)) {
                    return true;
                }
            }
            return false;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
