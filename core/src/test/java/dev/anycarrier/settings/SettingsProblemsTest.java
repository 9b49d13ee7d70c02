package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.account;
import static dev.anycarrier.settings.Resolving.complete;
import static dev.anycarrier.settings.Resolving.isolated;
import static dev.anycarrier.settings.Resolving.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.spi.Secret;
import dev.anycarrier.spi.SecretSource;
import dev.anycarrier.spi.Setting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsProblemsTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_with_three_mistakes_reports_three() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                airalo-eu.provider = airalo
                airalo-eu.client-secret = canary-7d1f
                airalo-eu.deadline = soon
                airalo-eu.maximum-conections = 64
                """);

        assertThat(problems(isolated().file(file)))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("airalo-eu.client-id is missing: give airalo-eu.client-id in the properties file,"
                                + " the system property anycarrier.airalo-eu.client-id, or the environment variable"
                                + " ANYCARRIER_AIRALO_EU_CLIENT_ID (looked for in code, system properties,"
                                + " environment, carriers.properties)"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("airalo-eu.deadline must be a time span such as 250ms, 10s, 15m, 24h or 7d"
                                + " (carriers.properties, line 3)"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("airalo-eu.maximum-conections is no setting of this account;"
                                + " did you mean maximum-connections? Known settings: allow-http, ")
                        .endsWith(" (carriers.properties, line 4)"));
    }

    @Test
    void problems_of_the_file_of_accounts_and_of_values_come_together() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), """
                airalo.client-id = me
                airalo.client-id = you
                airalo.client-secret = ${env:NOBODY}
                lost
                """);

        assertThat(problems(isolated().file(file).set("telco.provider", "telco").set("airalo.allow-http", "yes")))
                .containsExactly(
                        "airalo.client-id is given twice, first in line 1 (carriers.properties, line 2)",
                        "carriers.properties has a line that is not 'account.key = value'"
                                + " (carriers.properties, line 4)",
                        "telco.provider names no known provider, or its jar is not there; known providers: airalo, onomondo (set in code)",
                        "airalo.client-secret needs the environment variable NOBODY, which is not set"
                                + " (carriers.properties, line 3)",
                        "airalo.allow-http must be true or false (set in code)");
    }

    @Test
    void a_variable_that_is_missing_does_no_harm_where_a_stronger_layer_has_the_value() throws IOException {
        final Path file =
                Files.writeString(folder.resolve("carriers.properties"), "airalo.client-secret = ${env:NOBODY}");

        assertThat(account(complete().file(file)).get(StubFactory.CLIENT_SECRET).current())
                .isEqualTo(Secret.of("canary-7d1f"));
    }

    @Test
    void an_unknown_provider_is_answered_with_the_known_ones_and_the_one_that_was_probably_meant() {
        assertThat(problems(isolated().set("airalo-eu.provider", "airallo").set("airalo-eu.client-id", "me")))
                .containsExactly(
                        "airalo-eu.provider names no known provider, or its jar is not there; did you mean airalo?"
                                + " Known providers: airalo, onomondo (set in code)");
    }

    @Test
    void without_any_provider_the_message_says_that_none_is_known() {
        assertThat(problems(isolated().set("airalo.provider", "airalo"), Map.of()))
                .containsExactly(
                        "airalo.provider names no known provider, or its jar is not there; known providers: none (set in code)");
    }

    @Test
    void a_provider_key_whose_variable_is_missing_is_a_problem() throws IOException {
        final Path file =
                Files.writeString(folder.resolve("carriers.properties"), "airalo-eu.provider = ${env:NOBODY}");

        assertThat(problems(isolated().file(file)))
                .containsExactly("airalo-eu.provider needs the environment variable NOBODY, which is not set"
                        + " (carriers.properties, line 1)");
    }

    @Test
    void a_value_without_a_name_and_a_key_behind_a_bare_dot_are_problems() throws IOException {
        final Path file = Files.writeString(folder.resolve("carriers.properties"), "= me\n.client-id = me");

        assertThat(problems(isolated().file(file)))
                .containsExactly(
                        "a name with unexpected characters has no account: it is written account.key"
                                + " (carriers.properties, line 1)",
                        ".client-id has no account: an account's name has 1 to 64 lower-case letters, digits and"
                                + " inner '-' (carriers.properties, line 2)");
    }

    @Test
    void keys_of_an_account_without_provider_are_one_problem() {
        assertThat(problems(isolated().set("telco.user", "me").set("telco.password", "canary")))
                .containsExactly("telco.provider is missing, but the account has 2 other settings (such as password);"
                        + " known providers: airalo, onomondo (looked for in code, system properties, environment)");
    }

    @Test
    void a_key_without_account_is_a_problem() {
        assertThat(problems(complete()
                        .set("deadline", "5s")
                        .systemProperties(Map.of("anycarrier.proxy", "http://proxy:3128"))))
                .containsExactly(
                        "deadline has no account: it is written account.key (set in code)",
                        "proxy has no account: it is written account.key (system property anycarrier.proxy)");
    }

    @Test
    void a_name_that_cannot_be_an_accounts_is_a_problem() {
        assertThat(problems(isolated()
                        .set("Airalo.client-id", "me")
                        .environment(Map.of("ANYCARRIER_PROVIDER", "airalo", "ANYCARRIER_airalo_PROVIDER", "airalo"))))
                .containsExactly(
                        "Airalo.client-id has no account: an account's name has 1 to 64 lower-case letters, digits"
                                + " and inner '-' (set in code)",
                        "ANYCARRIER_PROVIDER has no account: it is written ANYCARRIER_ACCOUNT_PROVIDER in capital"
                                + " letters (environment)",
                        "ANYCARRIER_airalo_PROVIDER has no account: it is written ANYCARRIER_ACCOUNT_PROVIDER in"
                                + " capital letters (environment)");
    }

    @Test
    void a_variable_of_a_known_account_that_stands_for_no_setting_is_a_problem() {
        assertThat(problems(complete().environment(Map.of("ANYCARRIER_AIRALO_CLIENT_IDD", "me"))))
                .singleElement()
                .asString()
                .startsWith("ANYCARRIER_AIRALO_CLIENT_IDD is no setting of the account airalo;"
                        + " did you mean ANYCARRIER_AIRALO_CLIENT_ID? Known variables: ANYCARRIER_AIRALO_ALLOW_HTTP, ")
                .endsWith(" (environment)");
    }

    @Test
    void a_variable_that_stands_for_settings_of_two_accounts_is_a_problem() {
        final StubFactory first =
                new StubFactory("first", List.of(Setting.text("b-c", "One.").optional()));
        final StubFactory second =
                new StubFactory("second", List.of(Setting.text("c", "Another.").optional()));

        assertThat(problems(
                        isolated()
                                .set("a.provider", "first")
                                .set("a-b.provider", "second")
                                .environment(Map.of("ANYCARRIER_A_B_C", "whose?")),
                        Map.of("first", first, "second", second)))
                .containsExactly("ANYCARRIER_A_B_C stands for a.b-c and for a-b.c alike: give the values as system"
                        + " properties or in the file (environment)");
    }

    @Test
    void an_empty_value_is_a_value_and_not_an_absent_one() {
        assertThat(problems(complete().environment(Map.of("ANYCARRIER_AIRALO_REGION", ""))))
                .containsExactly("airalo.region must not be blank (environment variable ANYCARRIER_AIRALO_REGION)");
    }

    @Test
    void a_source_of_secrets_for_what_is_no_secret_is_a_problem() {
        final SecretSource source = SecretSource.fixed(Secret.of("canary-7d1f"));

        assertThat(problems(complete().secret("airalo.client-id", source).secret("onomondo.provider", source)))
                .containsExactly(
                        "onomondo.provider is not a secret; known providers: airalo, onomondo (set in code)",
                        "airalo.client-id is no secret: set its value instead of a source of secrets (set in code)");
    }

    @Test
    void a_plugin_that_declares_a_name_that_is_taken_is_a_problem_of_its_accounts_only() {
        final StubFactory greedy = new StubFactory(
                "greedy", List.of(Setting.flag("deadline", "Mine!").optional()));

        assertThat(problems(isolated().set("greedy.provider", "greedy"), Map.of("greedy", greedy)))
                .containsExactly("greedy.deadline is declared by the provider although the name is taken;"
                        + " the plugin is at fault (provider greedy)");
        assertThat(SettingsResolver.resolve(
                        complete().build(),
                        Map.of("greedy", greedy, "airalo", StubFactory.AIRALO),
                        CommonSettings.all()))
                .hasSize(1);
    }

    @Test
    void a_plugin_that_cannot_say_what_its_settings_are_is_a_problem() {
        final StubFactory silent = new StubFactory("silent", null);

        assertThat(problems(isolated().set("silent.provider", "silent"), Map.of("silent", silent)))
                .containsExactly("silent cannot be configured: the plugin fails to name its settings with"
                        + " java.lang.NullPointerException (provider silent)");
    }

    @Test
    void a_plugin_whose_setting_is_not_read_as_what_it_is_called_is_a_problem() {
        final StubFactory odd = new StubFactory(
                "odd",
                List.of(
                        Setting.of("key", "secret", "A secret in the open.", text -> text),
                        Setting.of("host", "address", "An address that is none.", text -> text),
                        Setting.of("nothing", "text", "Nothing at all.", text -> (URI) null),
                        Setting.of(
                                "broken",
                                "text",
                                "Breaks.",
                                text -> List.of().iterator().next()),
                        Setting.of("mute", "colour", "Says nothing.", text -> {
                            throw new IllegalArgumentException();
                        })));
        final SettingsBuilder settings = isolated();
        odd.settings().forEach(setting -> settings.set("odd." + setting.name(), "canary"));

        assertThat(problems(settings, Map.of("odd", odd)))
                .containsExactly(
                        "odd.key is declared as secret but read as something else; the plugin is at fault (set in code)",
                        "odd.host is declared as address but read as something else; the plugin is at fault (set in code)",
                        "odd.nothing is declared as text but read as something else; the plugin is at fault (set in code)",
                        "odd.broken cannot be read: java.util.NoSuchElementException (set in code)",
                        "odd.mute is no valid colour (set in code)");
    }

    @Test
    void the_message_lists_every_problem_on_a_line_of_its_own() {
        final InvalidSettingsException thrown = new InvalidSettingsException(List.of(
                new SettingsProblem("a.b", "here", "is wrong"), new SettingsProblem("c.d", "there", "is missing")));

        assertThat(thrown).hasMessage("the settings cannot be used:\n  a.b is wrong (here)\n  c.d is missing (there)");
    }
}
