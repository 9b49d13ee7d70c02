package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.anycarrier.cli.Terminal.Result;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Walks all commands there are. */
class HelpTest {

    private static final String EXAMPLE = "  anycarrier ";
    private static final Pattern DOTTED_NAME = Pattern.compile("[\\w/-]+\\.[a-z]+");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> the_help_of_each_command_starts_with_examples() {
        return each().map(command -> dynamicTest(name(command), () -> {
            final List<String> lines = help(command).out().lines().toList();

            assertThat(lines.get(0)).isNotBlank().endsWith(".");
            assertThat(lines.get(1)).isEmpty();
            assertThat(lines.get(2)).startsWith(EXAMPLE);
            assertThat(lines).filteredOn(line -> line.startsWith("Usage: ")).hasSize(1);
            assertThat(examples(command)).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> no_name_with_a_dot_is_broken_in_two() {
        return each().map(command -> dynamicTest(name(command), () -> {
            final String help = help(command).out();
            assertThat(dottedNames(command)).allMatch(help::contains);
        }));
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_understood_as_it_stands() {
        return each().flatMap(command -> examples(command).stream())
                .distinct()
                .map(example -> dynamicTest(example, () -> {
                    final String[] arguments = example.strip().split(" ", -1);
                    final CommandLine parser = Commands.all(surroundings());

                    assertThat(parser.parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length))
                                    .errors())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_command_that_prints_says_in_which_form_or_is_known_to_have_one_form() {
        final List<String> oneForm = List.of(
                "anycarrier",
                "anycarrier simulate",
                "anycarrier completion",
                "anycarrier cluster",
                "anycarrier cluster work",
                "anycarrier cluster cancel",
                "anycarrier cluster forget",
                "anycarrier cluster begin");
        return each().filter(command -> !oneForm.contains(name(command)))
                .map(command -> dynamicTest(
                        name(command),
                        () -> assertThat(command.getCommandSpec().optionsMap()).containsKeys("-o", "--output")));
    }

    private static List<String> dottedNames(final CommandLine command) {
        final CommandSpec spec = command.getCommandSpec();
        return Stream.of(
                        Stream.of(spec.usageMessage().description()),
                        Stream.of(spec.usageMessage().footer()),
                        spec.args().stream().flatMap(argument -> Stream.of(argument.description())))
                .flatMap(Function.identity())
                .flatMap(text -> DOTTED_NAME.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    private Stream<CommandLine> each() {
        return withSubcommands(Commands.all(surroundings()));
    }

    private static Stream<CommandLine> withSubcommands(final CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
    }

    private static String name(final CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    /** What is run, without what is done with its output, and without what is said of it. */
    private List<String> examples(final CommandLine command) {
        return help(command)
                .out()
                .lines()
                .takeWhile(line -> !line.startsWith("Usage: "))
                .filter(line -> line.startsWith(EXAMPLE))
                .map(line -> line.strip().replaceAll(" {2,}.*| [>&;|].*", ""))
                .toList();
    }

    private Result help(final CommandLine command) {
        final String[] words = (name(command) + " --help").split(" ", -1);
        final Result help = Terminal.in(directory).run(Arrays.copyOfRange(words, 1, words.length));
        assertThat(help.code()).isZero();
        return help;
    }

    private Surroundings surroundings() {
        return Surroundings.system();
    }
}
