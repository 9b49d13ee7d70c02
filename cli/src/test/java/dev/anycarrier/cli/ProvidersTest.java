package dev.anycarrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.cli.Terminal.Result;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    @TempDir
    Path directory;

    @Test
    void the_three_providers_are_found_with_their_settings() {
        final Result providers = run("providers");

        assertThat(providers.code()).isZero();
        assertThat(providers.out())
                .containsPattern("(?m)^airalo +Airalo +dev\\.anycarrier\\.airalo\\.AiraloProviderFactory in ")
                .containsPattern("(?m)^onomondo +Onomondo ")
                .containsPattern("(?m)^pressone +PressOne ")
                .containsPattern("(?m)^client-secret +secret +required ")
                .containsPattern("(?m)^deadline +duration +30s ");
    }

    @Test
    void an_account_shows_what_it_can_be_asked_and_where_each_setting_comes_from() {
        try (Carriers carriers = Carriers.all(1)) {
            carriers.configure(directory, Map.of("onomondo.deadline", "7s"));

            final Result providers = run("providers", "--output", "json");

            final JsonNode onomondo = JsonDocuments.parse(providers.out()).at("/accounts/1");
            assertThat(onomondo.path("account").asText()).isEqualTo("onomondo");
            assertThat(onomondo.path("capabilities"))
                    .extracting(JsonNode::asText)
                    .containsExactly("USAGE", "RECORDS", "USAGE_BY_HOUR", "TAG_TOTAL");
            assertThat(setting(onomondo, "deadline").path("value").asText()).isEqualTo("7s");
            assertThat(setting(onomondo, "deadline").path("origin").asText()).startsWith("carriers.properties");
            assertThat(setting(onomondo, "connect-timeout").path("origin").asText())
                    .isEqualTo("default");
            assertThat(setting(onomondo, "api-key").path("value").asText()).isEqualTo("***");
            assertThat(run("providers").out()).contains("USAGE, RECORDS, USAGE_BY_HOUR, TAG_TOTAL");
        }
    }

    @Test
    void a_broken_plugin_is_reported_and_harms_no_other() throws IOException {
        final Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.anycarrier.spi.UsageProviderFactory"), "com.example.Missing\n");
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader withPlugin =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(withPlugin);

            final Result providers = run("providers");

            assertThat(providers.code()).isZero();
            assertThat(providers.out())
                    .contains("CANNOT BE USED", "com.example.Missing")
                    .containsPattern("(?m)^airalo +Airalo");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void unusable_settings_are_reported_and_the_providers_shown_all_the_same() throws IOException {
        Files.writeString(directory.resolve("carriers.properties"), "eu.provider = airallo\n");

        final Result providers = run("providers");

        assertThat(providers.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(providers.out()).containsPattern("(?m)^airalo +Airalo");
        assertThat(providers.err()).contains("eu.provider");
    }

    private static JsonNode setting(final JsonNode account, final String name) {
        return JsonDocuments.elements(account.path("settings")).stream()
                .filter(setting -> setting.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Result run(final String... arguments) {
        return Terminal.in(directory).run(arguments);
    }
}
