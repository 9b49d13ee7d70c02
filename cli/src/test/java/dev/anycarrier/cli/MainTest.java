package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path directory;

    @Test
    void help_begins_with_examples_and_names_every_command() {
        final Result help = run("--help");

        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out().lines().limit(4)).anyMatch(line -> line.contains("anycarrier demo"));
        assertThat(help.out())
                .contains(
                        "  demo ",
                        "  usage ",
                        "  sweep ",
                        "  records ",
                        "  tag ",
                        "  report ",
                        "  providers ",
                        "  simulate ",
                        "  conformance ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "usage",
                "sweep",
                "records",
                "tag",
                "report",
                "providers",
                "doctor",
                "simulate",
                "conformance"
            })
    void every_command_has_help_of_its_own_and_takes_no_secret(final String command) {
        final Result help = run(command, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage: anycarrier " + command);
        assertThat(help.out()).doesNotContainPattern("--[a-z-]*(secret|key|token|password)");
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(run("--version").out()).matches("(?s)anycarrier \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)\\R");
    }

    @Test
    void a_command_is_needed() {
        final Result nothing = run();

        assertThat(nothing.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("anycarrier --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--colour", "reprot"})
    void an_unknown_command_or_option_is_refused_in_two_lines(final String word) {
        final Result unknown = run(word);

        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err().lines()).hasSize(2);
    }

    @Test
    void an_unknown_format_names_the_known() {
        final Result unknown = run("usage", "airalo:8944465400000217735", "-o", "xml");

        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.err()).containsIgnoringCase("table").containsIgnoringCase("json");
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
