package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.account;
import static dev.anycarrier.settings.Resolving.accounts;
import static dev.anycarrier.settings.Resolving.complete;
import static dev.anycarrier.settings.Resolving.isolated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.spi.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLayersTest {

    private static final String SECRET = "canary-7d1f";

    @TempDir
    private Path folder;

    @Test
    void a_value_set_in_code_is_stronger_than_a_system_property_that_than_the_environment_and_that_than_the_file()
            throws IOException {
        final SettingsBuilder settings =
                isolated().file(file("airalo.client-id = file\nairalo.client-secret = " + SECRET));
        assertThat(clientId(settings)).isEqualTo("file (carriers.properties, line 1)");

        settings.environment(Map.of("ANYCARRIER_AIRALO_CLIENT_ID", "environment"));
        assertThat(clientId(settings)).isEqualTo("environment (environment variable ANYCARRIER_AIRALO_CLIENT_ID)");

        settings.systemProperties(Map.of("anycarrier.airalo.client-id", "property"));
        assertThat(clientId(settings)).isEqualTo("property (system property anycarrier.airalo.client-id)");

        settings.set("airalo.client-id", "code");
        assertThat(clientId(settings)).isEqualTo("code (set in code)");
    }

    @Test
    void the_process_itself_is_asked_for_system_properties_unless_others_are_given() {
        System.setProperty("anycarrier.airalo.region", "from-the-process");
        try {
            final SettingsBuilder settings = Settings.builder()
                    .environment(Map.of())
                    .set("airalo.client-id", "me")
                    .set("airalo.client-secret", SECRET);
            final AccountSettings before = account(settings);
            System.clearProperty("anycarrier.airalo.region");

            assertThat(before.find(StubFactory.REGION)).contains("from-the-process");
            assertThat(account(settings).find(StubFactory.REGION)).isEmpty();
        } finally {
            System.clearProperty("anycarrier.airalo.region");
        }
    }

    @Test
    void settings_are_read_once_and_do_not_change_with_what_they_were_made_of() {
        final Map<String, String> environment = new HashMap<>(Map.of("ANYCARRIER_AIRALO_CLIENT_ID", "first"));
        final SettingsBuilder builder = isolated().environment(environment).set("airalo.client-secret", SECRET);
        final Settings settings = builder.build();
        environment.put("ANYCARRIER_AIRALO_CLIENT_ID", "second");
        builder.set("airalo.client-id", "third");

        assertThat(SettingsResolver.resolve(settings, StubFactory.both(), CommonSettings.all())
                        .get(0)
                        .get(StubFactory.CLIENT_ID))
                .isEqualTo("first");
    }

    @Test
    void an_account_is_declared_by_its_provider_key_in_any_layer() throws IOException {
        final SettingsBuilder settings = isolated()
                .file(file("in-file.provider = onomondo\nin-file.api-key = k1"))
                .environment(Map.of(
                        "ANYCARRIER_IN_ENVIRONMENT_PROVIDER", "onomondo",
                        "ANYCARRIER_IN_ENVIRONMENT_API_KEY", "k2"))
                .systemProperties(Map.of(
                        "anycarrier.in-property.provider", "onomondo",
                        "anycarrier.in-property.api-key", "k3"))
                .set("in-code.provider", "onomondo")
                .set("in-code.api-key", "k4");

        assertThat(accounts(settings))
                .extracting(AccountSettings::account, AccountSettings::provider)
                .extracting(Object::toString)
                .containsExactly(
                        "(\"in-code\", \"onomondo\")",
                        "(\"in-environment\", \"onomondo\")",
                        "(\"in-file\", \"onomondo\")",
                        "(\"in-property\", \"onomondo\")");
    }

    @Test
    void an_account_that_is_called_like_a_provider_needs_no_provider_key() {
        assertThat(account(complete()).provider()).isEqualTo("airalo");
        assertThat(account(isolated()
                                .environment(Map.of(
                                        "ANYCARRIER_AIRALO_CLIENT_ID",
                                        "me",
                                        "ANYCARRIER_AIRALO_CLIENT_SECRET",
                                        SECRET)))
                        .account())
                .isEqualTo("airalo");
    }

    @Test
    void an_account_that_is_called_like_one_provider_can_be_of_another() {
        assertThat(account(isolated().set("airalo.provider", "onomondo").set("airalo.api-key", SECRET))
                        .provider())
                .isEqualTo("onomondo");
    }

    @Test
    void a_variable_belongs_to_the_account_with_the_longest_name_that_fits() {
        final SettingsBuilder settings = isolated()
                .environment(Map.of(
                        "ANYCARRIER_AIRALO_EU_PROVIDER", "airalo",
                        "ANYCARRIER_AIRALO_EU_CLIENT_ID", "me-in-europe",
                        "ANYCARRIER_AIRALO_EU_CLIENT_SECRET", SECRET));

        final AccountSettings account = account(settings);

        assertThat(account.account()).isEqualTo("airalo-eu");
        assertThat(account.get(StubFactory.CLIENT_ID)).isEqualTo("me-in-europe");
    }

    @Test
    void the_launchers_own_variables_and_variables_of_others_are_no_settings() {
        final SettingsBuilder settings = isolated()
                .environment(Map.of(
                        "ANYCARRIER_HOME", "/opt/anycarrier",
                        "ANYCARRIER_OPTS", "-Xmx1g",
                        "ANYCARRIER_CONFIG", "/etc/carriers.properties",
                        "ANYCARRIER_MASCOT", "pigeon",
                        "PATH", "/bin"))
                .systemProperties(Map.of("anycarrier.home", "/opt/anycarrier", "user.home", "/root"));

        assertThat(accounts(settings)).isEmpty();
    }

    @Test
    void a_secret_source_is_asked_each_time_so_the_secret_can_rotate() {
        final AtomicReference<String> current = new AtomicReference<>("canary-old");
        final AccountSettings account = account(isolated()
                .set("airalo.client-id", "me")
                .secret("airalo.client-secret", () -> Secret.of(current.get())));

        assertThat(account.get(StubFactory.CLIENT_SECRET).current().reveal()).isEqualTo("canary-old");
        current.set("canary-new");
        assertThat(account.get(StubFactory.CLIENT_SECRET).current().reveal()).isEqualTo("canary-new");
    }

    @Test
    void a_secret_source_is_not_asked_before_the_secret_is_needed() {
        final AccountSettings account =
                account(isolated().set("airalo.client-id", "me").secret("airalo.client-secret", () -> {
                    throw new IllegalStateException("the vault is closed");
                }));

        assertThatThrownBy(() -> account.get(StubFactory.CLIENT_SECRET).current())
                .hasMessage("the vault is closed");
    }

    @Test
    void settings_of_a_map_count_as_set_in_code() {
        assertThat(Settings.of(Map.of("airalo.client-id", "me")).find("airalo", "client-id"))
                .map(GivenValue::origin)
                .contains("set in code");
    }

    @Test
    void settings_of_a_file_can_be_loaded_in_one_step() throws IOException {
        assertThat(Settings.load(file("# mine\nairalo.client-id = me")).find("airalo", "client-id"))
                .map(GivenValue::origin)
                .contains("carriers.properties, line 2");
    }

    private Path file(final String content) throws IOException {
        return Files.writeString(folder.resolve("carriers.properties"), content, StandardCharsets.UTF_8);
    }

    private static String clientId(final SettingsBuilder settings) {
        final AccountSettings account = account(settings);
        final EffectiveSetting shown = account.effective().stream()
                .filter(setting -> setting.name().equals("client-id"))
                .findFirst()
                .orElseThrow();
        assertThat(account.get(StubFactory.CLIENT_ID)).isEqualTo(shown.shownValue());
        return shown.shownValue() + " (" + shown.origin() + ")";
    }
}
