package dev.anycarrier.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesFileTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("ID", "me", "HOST", "api.example.com", "EMPTY", "", "TRICKY", "${env:ID} $1 \\");

    @TempDir
    private Path folder;

    @Test
    void names_and_values_are_what_surrounds_the_first_equals_sign_without_white_space() throws IOException {
        assertThat(values("  airalo.client-id\t=  me = you # 1  \r\n\nairalo.region=\n"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("airalo.client-id", "me = you # 1", "airalo.region", ""));
    }

    @Test
    void backslashes_colons_and_quotes_are_part_of_the_value() throws IOException {
        assertThat(values("airalo.trust-store = C:\\certs\\new.p12\nairalo.region = \"EU\""))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("airalo.trust-store", "C:\\certs\\new.p12", "airalo.region", "\"EU\""));
    }

    @Test
    void comments_and_empty_lines_count_as_lines_but_hold_nothing() throws IOException {
        final PropertiesFile file = read("# a.b = 1\n\n ! a.b = 2\nairalo.region = EU");

        assertThat(file.values()).containsOnlyKeys("airalo.region");
        assertThat(file.values().get("airalo.region").origin()).isEqualTo("carriers.properties, line 4");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void the_file_is_utf_8_and_may_begin_with_a_byte_order_mark() throws IOException {
        assertThat(values("\uFEFFairalo.region = Zürich 東京")).containsEntry("airalo.region", "Zürich 東京");
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused() throws IOException {
        final Path file = folder.resolve("carriers.properties");
        Files.write(file, "airalo.region = Zürich".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Settings.load(file))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(file + " is not UTF-8");
    }

    @Test
    void a_file_that_does_not_exist_is_named_with_its_path() {
        final Path file = folder.resolve("nowhere").resolve("carriers.properties");

        assertThatThrownBy(() -> Settings.load(file))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(file + " does not exist");
    }

    @Test
    void a_folder_is_no_settings_file() {
        assertThatThrownBy(() -> Settings.load(folder))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(folder + " is a folder");
    }

    @Test
    void a_name_given_twice_is_a_problem_that_names_both_lines() throws IOException {
        assertThat(problems("airalo.region = EU\n\nairalo.region = US"))
                .isEqualTo("airalo.region is given twice, first in line 1 (carriers.properties, line 3)");
    }

    @Test
    void a_line_without_equals_sign_is_a_problem_that_does_not_repeat_the_line() throws IOException {
        assertThat(problems("airalo.region: EU canary-7d1f"))
                .isEqualTo("carriers.properties has a line that is not 'account.key = value'"
                        + " (carriers.properties, line 1)");
    }

    @Test
    void a_line_that_would_go_on_in_the_next_is_a_problem_and_the_next_is_not_taken_for_a_setting() throws IOException {
        assertThat(problems("airalo.client-secret = begin\\\n    canary7d1f==\n"))
                .isEqualTo("carriers.properties has a line that ends in a backslash, but no line goes on in the next"
                        + " (carriers.properties, line 1)");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ${env:ID},                          me
            https://${env:HOST}/${env:ID}/v2,   https://api.example.com/me/v2
            a${env:EMPTY}b,                     ab
            $${env:ID},                         ${env:ID}
            5$ and $x and {y},                  5$ and $x and {y}
            ${env:TRICKY},                      ${env:ID} $1 \\
            """)
    void a_variable_of_the_environment_is_put_in_its_place(final String written, final String read) throws IOException {
        assertThat(values("airalo.region = " + written)).containsEntry("airalo.region", read);
    }

    @Test
    void a_variable_that_does_not_exist_is_a_problem_of_the_line_that_needs_it() throws IOException {
        assertThat(unusable("airalo.region = ${env:ID}-${env:NOBODY}"))
                .isEqualTo("needs the environment variable NOBODY, which is not set");
    }

    @ParameterizedTest
    @CsvSource({"canary${sys:x}", "canary${ID}", "canary${env:ID", "canary${env:}", "canary${env:1D}"})
    void a_placeholder_of_another_kind_is_a_problem_that_does_not_repeat_it(final String written) throws IOException {
        assertThat(unusable("airalo.region = " + written))
                .isEqualTo("holds '${' that does not begin '${env:NAME}'; write '$${' for the two characters");
    }

    private PropertiesFile read(final String content) throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), content);
        return PropertiesFile.read(file, ENVIRONMENT);
    }

    private Map<String, String> values(final String content) throws IOException {
        final PropertiesFile file = read(content);
        assertThat(file.problems()).isEmpty();
        return file.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((GivenValue.Text) entry.getValue()).text()));
    }

    private String problems(final String content) throws IOException {
        assertThat(read(content).problems()).hasSize(1);
        return read(content).problems().get(0).toString();
    }

    private String unusable(final String content) throws IOException {
        return ((GivenValue.Unusable) read(content).values().get("airalo.region")).problem();
    }
}
