package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** What {@code docs/command-line.md} says against what the program takes. */
class CommandLineDocumentTest {

    private static final String EXAMPLE = "./anycarrier ";

    private final String document;

    CommandLineDocumentTest() throws IOException {
        document = Files.readString(Path.of("../docs/command-line.md"));
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_understood_as_it_stands() {
        final List<String> examples = document.replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith(EXAMPLE))
                // What another command finds out is some SIM.
                .map(line -> line.replaceAll(" +\\$\\(.*", " airalo:8944465400000217735"))
                .map(line -> line.replaceAll(" {2,}.*| [>&;|].*", ""))
                .distinct()
                .toList();
        assertThat(examples).hasSizeGreaterThan(10);
        return examples.stream()
                .map(example -> dynamicTest(example, () -> {
                    final String[] words = example.split(" ", -1);
                    assertThat(commands()
                                    .parseArgs(Arrays.copyOfRange(words, 1, words.length))
                                    .errors())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_command_has_a_section() {
        return commands().getSubcommands().keySet().stream()
                .map(name -> dynamicTest(name, () -> assertThat(document).containsPattern("(?m)^## " + name + "$")));
    }

    @Test
    void every_option_is_named() {
        assertThat(withSubcommands(commands())
                        .flatMap(command -> command.getCommandSpec().options().stream())
                        .map(option -> option.longestName()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(document).contains(name));
    }

    private static Stream<CommandLine> withSubcommands(final CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                command.getSubcommands().values().stream().flatMap(CommandLineDocumentTest::withSubcommands));
    }

    private static CommandLine commands() {
        return Commands.all(Surroundings.system());
    }
}
