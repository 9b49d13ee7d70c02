package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class StateOptionTest {

    private static final Path HERE = Path.of("/where/it/runs");

    @Test
    void by_default_it_is_in_the_users_state_folder() {
        assertThat(chosen(Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/a"), Map.of("user.home", "/home/b")))
                .contains(Path.of("/state/anycarrier/state"));
        assertThat(chosen(Map.of("HOME", "/home/a"), Map.of("user.home", "/home/b")))
                .contains(Path.of("/home/a/.local/state/anycarrier/state"));
        assertThat(chosen(Map.of(), Map.of("user.home", "/home/b")))
                .contains(Path.of("/home/b/.local/state/anycarrier/state"));
    }

    @Test
    void a_folder_that_is_not_absolute_is_none() {
        assertThat(chosen(Map.of("XDG_STATE_HOME", "", "HOME", "/home/a"), Map.of()))
                .contains(Path.of("/home/a/.local/state/anycarrier/state"));
        assertThat(chosen(Map.of("XDG_STATE_HOME", "state", "HOME", "home"), Map.of("user.home", "/home/b")))
                .contains(Path.of("/home/b/.local/state/anycarrier/state"));
    }

    @Test
    void an_option_stands_above_the_folder_and_is_relative_to_the_working_directory() {
        final Map<String, String> environment = Map.of("XDG_STATE_HOME", "/state");
        assertThat(chosen(environment, Map.of(), "--state", "mine")).contains(HERE.resolve("mine"));
        assertThat(chosen(environment, Map.of(), "--state", "/mine")).contains(Path.of("/mine"));
    }

    @Test
    void nothing_is_kept_if_that_is_said() {
        assertThat(chosen(Map.of("XDG_STATE_HOME", "/state"), Map.of(), "--no-state"))
                .isEmpty();
        assertThat(chosen(Map.of(), Map.of(), "--no-state")).isEmpty();
    }

    @Test
    void both_options_together_are_refused() {
        assertThatThrownBy(() -> chosen(Map.of(), Map.of(), "--no-state", "--state", "mine"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void without_any_home_it_says_how_to_name_a_file() {
        assertThatThrownBy(() -> chosen(Map.of(), Map.of("user.home", "?")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("--state")
                .hasMessageContaining("--no-state");
    }

    private static Optional<Path> chosen(
            final Map<String, String> environment, final Map<String, String> properties, final String... arguments) {
        final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        final Asking command = CommandLine.populateCommand(new Asking(), arguments);
        return command.config.stateFile(new Surroundings(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                false,
                false,
                environment,
                properties,
                HERE,
                InstantSource.system()));
    }

    @Command
    private static final class Asking {
        @Mixin
        private final ConfigOption config = new ConfigOption();
    }
}
