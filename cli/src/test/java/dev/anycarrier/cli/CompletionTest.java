package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anycarrier.cli.Terminal.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a bash of its own: the script is read, and asked what could stand next. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path directory;

    @BeforeEach
    void write_the_script() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "there is no bash here");
        final Result completion = Terminal.in(directory).run("completion", "bash");
        assertThat(completion.code()).isZero();
        assertThat(completion.err()).isEmpty();
        Files.writeString(directory.resolve("completion"), completion.out());
    }

    @ParameterizedTest
    @CsvSource({
        "anycarrier u, usage",
        "anycarrier do, doctor",
        "anycarrier cluster st, status",
        "anycarrier sweep --outp, --output",
        "anycarrier sweep --output c, csv",
        "anycarrier usage --output j, json",
        "anycarrier completion z, zsh"
    })
    void a_word_that_was_begun_is_completed(final String typed, final String expected) throws Exception {
        assertThat(suggestions(typed)).containsExactly(expected);
    }

    @Test
    void every_command_is_suggested_where_none_was_begun() throws Exception {
        assertThat(suggestions("anycarrier "))
                .contains(Commands.all(Surroundings.system())
                        .getSubcommands()
                        .keySet()
                        .toArray(String[]::new));
    }

    @Test
    void only_known_shells_have_one() {
        final Result unknown = Terminal.in(directory).run("completion", "tcsh");

        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.err()).containsIgnoringCase("bash").containsIgnoringCase("zsh");
    }

    /** What bash would show: the function it calls is the one that is registered for the command. */
    private List<String> suggestions(final String typed) throws IOException, InterruptedException {
        final String script = """
                source "$1"
                function_of=$(complete -p anycarrier); function_of=${function_of#*-F }; function_of=${function_of%% *}
                COMP_LINE=$2 COMP_POINT=${#2}
                read -r -a COMP_WORDS <<<"$2"
                [[ $2 != *' ' ]] || COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                "$function_of" anycarrier "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        final Process bash = new ProcessBuilder(
                        BASH.toString(),
                        "-c",
                        script,
                        "bash",
                        directory.resolve("completion").toString(),
                        typed)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return printed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
