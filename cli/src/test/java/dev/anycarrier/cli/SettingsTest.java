package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.cli.Terminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path directory;

    @Test
    void three_mistakes_in_a_settings_file_are_three_lines_and_nothing_on_standard_output() throws IOException {
        Files.writeString(directory.resolve("carriers.properties"), """
                airalo.client-id = id
                airalo.deadline = soon
                eu.provider = airallo
                pressone.client-id = id
                pressone.client-secret = planted-secret
                pressone.colour = red
                pressone.base-url = https://api.example.com
                """);

        final Result usage = run("usage", "airalo:8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.out()).isEmpty();
        assertThat(usage.err().lines().filter(line -> line.startsWith("anycarrier:   ")))
                .hasSize(4)
                .anyMatch(line -> line.contains("airalo.client-secret"))
                .anyMatch(line -> line.contains("airalo.deadline"))
                .anyMatch(line -> line.contains("eu.provider"))
                .anyMatch(line -> line.contains("pressone.colour"));
        assertThat(usage.err()).doesNotContain("planted-secret").doesNotContain("\tat ");
    }

    @Test
    void without_any_account_it_says_where_settings_are_looked_for() {
        final Result usage = run("usage", "airalo:8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("--config", "ANYCARRIER_CONFIG", "carriers.properties");
    }

    @Test
    void a_named_file_stands_above_the_variable_and_that_above_the_file_in_the_working_directory() throws IOException {
        for (final String name : new String[] {"here", "variable", "option"}) {
            Files.writeString(
                    directory.resolve(name + ".properties"), name + ".provider = onomondo\n" + name + ".api-key = k\n");
        }
        Files.copy(directory.resolve("here.properties"), directory.resolve("carriers.properties"));
        final Terminal plain = Terminal.in(directory);
        final Terminal withVariable = Terminal.in(directory).variable("ANYCARRIER_CONFIG", "variable.properties");

        assertThat(accountOf(plain.run("providers", "-o", "json"))).isEqualTo("here");
        assertThat(accountOf(withVariable.run("providers", "-o", "json"))).isEqualTo("variable");
        assertThat(accountOf(withVariable.run("providers", "-o", "json", "--config", "option.properties")))
                .isEqualTo("option");
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        final Result usage = run("usage", "--config", "nowhere.properties", "airalo:8944465400000217735");

        assertThat(usage.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(usage.err()).contains("nowhere.properties");
    }

    @Test
    void the_environment_alone_is_enough() {
        try (Carriers carriers = Carriers.all(1)) {
            final Map<String, String> settings = carriers.get("onomondo").settings();

            final Result usage = Terminal.in(directory)
                    .variable("ANYCARRIER_ONOMONDO_BASE_URL", settings.getOrDefault("base-url", ""))
                    .variable("ANYCARRIER_ONOMONDO_API_KEY", settings.getOrDefault("api-key", ""))
                    .run("usage", carriers.sim("onomondo"));

            assertThat(usage.code()).isZero();
        }
    }

    private static String accountOf(final Result providers) {
        return JsonDocuments.parse(providers.out()).at("/accounts/0/account").asText();
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
